package io.parley.query.live;

import io.parley.query.live.Progress.State;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Says of each projection how far it is and whether it goes on (`projections`), and of all of
/// them whether they have seen what was in the log at the start (`catchUp`, for readiness).
@Configuration(proxyBeanMethods = false)
class ProjectionsHealth {

  @Bean
  CompositeHealthContributor projections(LiveProjections live) {
    return CompositeHealthContributor.fromMap(
        live.all().stream().collect(Collectors.toMap(LiveProjection::name, Function.identity())),
        one -> (HealthIndicator) () -> health(one));
  }

  @Bean
  HealthContributor catchUp(LiveProjections live, JdbcClient jdbc) {
    return new CatchUp(live, jdbc);
  }

  private static Health health(LiveProjection one) {
    var progress = one.progress();
    var health = progress.state() == State.FOLLOWING ? Health.up() : Health.down();
    health
        .withDetail("state", progress.state())
        .withDetail("positions", new TreeMap<>(progress.positions()))
        .withDetail("lag", progress.lag());
    var reason = progress.reason();
    if (reason != null) {
      health.withDetail("reason", reason);
    }
    try {
      return health.withDetail("skipped_unknown_types", one.projector().skipped()).build();
    } catch (DataAccessException e) {
      return health.down(e).build();
    }
  }
}
