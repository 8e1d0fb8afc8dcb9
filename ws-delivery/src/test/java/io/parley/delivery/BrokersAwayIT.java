package io.parley.delivery;

import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.parley.backends.DataDirectory;
import io.parley.backends.EmbeddedKafka;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/// A tail that hears from no broker does not say that all is well.
class BrokersAwayIT {
  @TempDir private Path directory;

  private static Status status(ConfigurableApplicationContext node) {
    var health = node.getBean("deliveryTail", HealthIndicator.class).health();
    return health == null ? Status.UNKNOWN : health.getStatus();
  }

  @Test
  void theTailIsOutOfServiceWhileNoBrokerAnswers() {
    var kafka = EmbeddedKafka.start(DataDirectory.open(directory), 0);
    try (var node =
        new SpringApplicationBuilder(WsDeliveryApplication.class)
            .run(
                "--server.port=0",
                "--spring.kafka.bootstrap-servers=" + kafka.bootstrapServers(),
                "--parley.topics.partitions=1",
                "--parley.delivery.tail-silence=3s",
                "--parley.edge.jwt.secret=" + Tokens.SECRET)) {
      await().until(() -> status(node).equals(Status.UP));
      kafka.close();
      await().atMost(ONE_MINUTE).until(() -> status(node).equals(Status.OUT_OF_SERVICE));
    }
  }
}
