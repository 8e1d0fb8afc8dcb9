package io.parley.cluster.fault;

import io.parley.cluster.Cluster;
import io.parley.query.QueryServiceApplication;
import io.parley.query.fresh.FreshComparison;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.springframework.boot.SpringApplication;

/// The read models of the cluster, compared row for row with a fresh projection of its log, by one
/// more query-service in this process.
final class ReadModels {
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private ReadModels() {}

  static List<String> differences(Cluster cluster) {
    var arguments = new ArrayList<String>();
    cluster
        .queryServiceProperties("comparison")
        .forEach((name, value) -> arguments.add("--" + name + "=" + value));
    arguments.addAll(List.of("--server.port=0", "--management.server.port="));
    long seconds = PATIENCE.toSeconds();
    arguments.add("--spring.jdbc.template.query-timeout=" + seconds + "s");
    arguments.add("--spring.datasource.hikari.data-source-properties.socketTimeout=" + seconds);
    var application = new SpringApplication(QueryServiceApplication.class);
    application.setRegisterShutdownHook(false);
    try (var context = application.run(arguments.toArray(String[]::new))) {
      var comparison = context.getBean(FreshComparison.class);
      var found = new ArrayList<String>();
      try {
        Awaitility.await()
            .atMost(PATIENCE)
            .until(
                () -> {
                  found.clear();
                  found.addAll(comparison.differences());
                  return found.isEmpty();
                });
      } catch (ConditionTimeoutException e) {
        return found.isEmpty() ? List.of("the comparison took too long") : found;
      }
      return List.of();
    }
  }
}
