package io.parley.edge;

import io.parley.backends.TestBackends;
import io.parley.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Topics of a test's own on the shared broker, and clients for them.
public final class TestKafka {
  private final Map<String, Object> broker;
  private final Topics topics = new Topics(TestBackends.topicPrefix());

  TestKafka() {
    this(TestBackends.kafka());
  }

  private TestKafka(String servers) {
    broker = Map.of("bootstrap.servers", servers);
  }

  /// Topics with one partition each.
  public static TestKafka withTopics() {
    return withTopics(TestBackends.kafka());
  }

  /// The same on a broker of the test's own.
  public static TestKafka withTopics(String servers) {
    var kafka = new TestKafka(servers);
    kafka.setUp(1);
    return kafka;
  }

  void setUp(int partitions) {
    setup(partitions).start();
  }

  TopicSetup setup(int partitions) {
    var properties =
        new TopicProperties(topics.prefix(), partitions, (short) 1, 1, Duration.ofSeconds(30));
    return new TopicSetup(topics, properties, broker);
  }

  public Topics topics() {
    return topics;
  }

  public KafkaClients clients() {
    return new KafkaClients(broker, broker, 1);
  }

  /// Properties of an edge that waits so long for so many commands.
  public static EdgeProperties properties(Duration commandTimeout, int maxInFlight) {
    return properties(commandTimeout, maxInFlight, 1_000_000, Duration.ofSeconds(10));
  }

  /// The same with a buffer of so many bytes, which a command waits for no longer than that.
  public static EdgeProperties properties(
      Duration commandTimeout, int maxInFlight, long bufferBytes, Duration maxBlock) {
    return new EdgeProperties(
        List.of(),
        65_536,
        commandTimeout,
        maxInFlight,
        maxBlock,
        bufferBytes,
        new EdgeProperties.Jwt(null, null, Duration.ZERO));
  }
}
