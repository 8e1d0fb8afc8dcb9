package io.parley.query.live;

import io.parley.query.live.Progress.State;
import java.util.Map;
import java.util.OptionalDouble;
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

/// Says of each projection how far it is and whether it goes on (`projections`), and of all of
/// them whether they have seen what was in the log at the start (`catchUp`, for readiness).
@Configuration(proxyBeanMethods = false)
class ProjectionsHealth {

  @Bean
  CompositeHealthContributor projections(LiveProjections live, LogEndWatch log) {
    return CompositeHealthContributor.fromMap(
        live.all().stream().collect(Collectors.toMap(LiveProjection::name, Function.identity())),
        one -> (HealthIndicator) () -> health(one, log));
  }

  @Bean
  HealthContributor catchUp(LiveProjections live, Reach reach) {
    return new CatchUp(live, reach);
  }

  private static Health health(LiveProjection one, LogEndWatch log) {
    var progress = one.progress();
    var state = progress.state();
    var positions = progress.positions();
    var health = state == State.FOLLOWING ? Health.up() : Health.down();
    health
        .withDetail("state", state)
        .withDetail("positions", new TreeMap<>(positions))
        .withDetail("lag", lag(log.lag(positions)));
    var reason = progress.reason();
    if (reason != null) {
      health.withDetail("reason", reason);
    }
    if (!progress.stops().isEmpty()) {
      health.withDetail("stopped_at", stops(progress));
    }
    return state == State.WAITING ? health.build() : withUnknownTypes(health, one);
  }

  private static Object lag(OptionalDouble records) {
    return records.isPresent() ? (Object) (long) records.getAsDouble() : "unknown";
  }

  private static Map<String, String> stops(Progress progress) {
    return progress.stops().values().stream()
        .collect(Collectors.toMap(stop -> stop.position().toString(), Stop::reason));
  }

  private static Health withUnknownTypes(Health.Builder health, LiveProjection one) {
    try {
      return health.withDetail("skipped_unknown_types", one.projector().unknownTypes()).build();
    } catch (DataAccessException e) {
      return health.down(e).build();
    }
  }
}
