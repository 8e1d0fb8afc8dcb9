package io.parley.edge;

import io.parley.backends.TestBackends;
import io.parley.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

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

  /// Lets the brokers take no more commands, as if too few of them were there; or take them again.
  public void stall(boolean is) {
    var topic = new ConfigResource(ConfigResource.Type.TOPIC, topics.commands());
    var entry = new ConfigEntry(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, is ? "2" : "1");
    try (var admin = Admin.create(BROKER)) {
      var set = new AlterConfigOp(entry, AlterConfigOp.OpType.SET);
      admin.incrementalAlterConfigs(Map.of(topic, List.of(set))).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  public KafkaClients clients() {
    return new KafkaClients(BROKER, BROKER, 1);
  }

  /// Properties of an edge that waits so long for so many commands.
  public static EdgeProperties properties(Duration commandTimeout, int maxInFlight) {
    return properties(commandTimeout, maxInFlight, 1_000_000);
  }

  /// The same with a buffer of so many bytes.
  public static EdgeProperties properties(
      Duration commandTimeout, int maxInFlight, long bufferBytes) {
    return new EdgeProperties(
        List.of(),
        65_536,
        commandTimeout,
        maxInFlight,
        Duration.ofMillis(200),
        bufferBytes,
        new EdgeProperties.Jwt(null, null, Duration.ZERO));
  }
}
