package io.parley.edge;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/// Makes Kafka clients of text keys and byte values, connected as `spring.kafka.*` says.
public final class KafkaClients {
  /// A broker that is cut off or stands still answers nothing and refuses nothing: after these
  /// times others are asked who leads by now. What `spring.kafka.*` says of them counts.
  private static final Map<String, Object> PATIENCE =
      Map.of(
          CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
          CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, 2_000,
          CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, 5_000);

  private static final Map<String, Object> CONSUMER_DEFAULTS =
      Map.of(
          ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false,
          ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
          ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);

  private final Map<String, Object> consumerConfig;
  private final Map<String, Object> producerConfig;
  private final int partitions;

  KafkaClients(
      Map<String, Object> consumerConfig, Map<String, Object> producerConfig, int partitions) {
    this.consumerConfig = consumerConfig;
    this.producerConfig = producerConfig;
    this.partitions = partitions;
  }

  /// The partition of every topic where the records of this key are, as the producers choose it.
  public int partitionOf(String key) {
    return BuiltInPartitioner.partitionForKey(key.getBytes(StandardCharsets.UTF_8), partitions);
  }

  /// A factory of such consumers for listener containers, which commit what they have handled.
  public ConsumerFactory<String, byte[]> consumerFactory(Map<String, Object> overrides) {
    var config = new HashMap<>(PATIENCE);
    config.putAll(consumerConfig);
    config.putAll(CONSUMER_DEFAULTS);
    config.putAll(overrides);
    return new DefaultKafkaConsumerFactory<>(
        config, new StringDeserializer(), new ByteArrayDeserializer());
  }

  /// A consumer that commits nothing by itself and begins at the earliest record where it has no
  /// position; `overrides` win. Closing it hands its partitions over at once, also where it is a
  /// member that would be waited for after a crash (`group.instance.id`).
  public Consumer<String, byte[]> consumer(Map<String, Object> overrides) {
    var config = new HashMap<>(PATIENCE);
    config.putAll(consumerConfig);
    config.putAll(CONSUMER_DEFAULTS);
    config.putAll(overrides);
    return new LeavingConsumer(config);
  }

  /// A producer whose records count when all replicas in sync have them, each once and in order;
  /// `overrides` win.
  ///
  /// One request is in flight at a time and nothing lingers: alone a record leaves at once, under
  /// load records wait for the request before them and leave together.
  public Producer<String, byte[]> producer(Map<String, Object> overrides) {
    var config = new HashMap<>(PATIENCE);
    config.putAll(producerConfig);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 2_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 20_000);
    config.putAll(overrides);
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }
}
