package io.parley.backends;

import java.util.stream.Stream;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// Both as containers of a Docker engine.
final class ContainersShared extends SharedBackends {
  private static final String KAFKA_IMAGE = "apache/kafka:4.2.1";
  private static final String POSTGRES_IMAGE = "postgres:18";

  private final KafkaContainer kafka =
      new KafkaContainer(KAFKA_IMAGE)
          .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
          .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
  private final PostgreSQLContainer postgres = new PostgreSQLContainer(POSTGRES_IMAGE);

  static ContainersShared start() {
    var backends = new ContainersShared();
    Startables.deepStart(Stream.of(backends.kafka, backends.postgres)).join();
    return backends;
  }

  @Override
  String bootstrapServers() {
    return kafka.getBootstrapServers();
  }

  @Override
  TestDatabase server() {
    return new TestDatabase(
        postgres.getJdbcUrl().replaceFirst("\\?.*", ""),
        postgres.getUsername(),
        postgres.getPassword());
  }

  @Override
  void close() {
    kafka.stop();
    postgres.stop();
  }
}
