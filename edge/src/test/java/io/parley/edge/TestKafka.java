package io.parley.edge;

import io.parley.backends.TestBackends;
import io.parley.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Topics of a test's own on the shared broker, and clients for them.
public final class TestKafka {
  private static final Map<String, Object> BROKER =
      Map.of("bootstrap.servers", TestBackends.kafka());

  private final Topics topics = new Topics(TestBackends.topicPrefix());

  /// Topics with one partition each.
  public static TestKafka withTopics() {
    var kafka = new TestKafka();
    kafka.setUp(1);
    return kafka;
  }

  void setUp(int partitions) {
    setup(partitions).start();
  }

  TopicSetup setup(int partitions) {
    var properties =
        new TopicProperties(topics.prefix(), partitions, (short) 1, 1, Duration.ofSeconds(30));
    return new TopicSetup(topics, properties, BROKER);
  }

  public Topics topics() {
    return topics;
  }

  public KafkaClients clients() {
    return new KafkaClients(BROKER, BROKER, 1);
  }

  /// Properties of an edge that waits so long for so many commands.
  public static EdgeProperties properties(Duration commandTimeout, int maxInFlight) {
    return new EdgeProperties(
        List.of(),
        65_536,
        commandTimeout,
        maxInFlight,
        new EdgeProperties.Jwt(null, null, Duration.ZERO));
  }
}
