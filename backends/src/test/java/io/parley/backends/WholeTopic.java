package io.parley.backends;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// A topic from its beginning to the end that it has now, seen by somebody who knows nothing but
/// Kafka. Of transactions only what was committed.
public final class WholeTopic {
  private static final Duration POLL = Duration.ofMillis(200);

  private WholeTopic() {}

  /// All of its records, each partition in its order.
  public static List<ConsumerRecord<String, byte[]>> read(String servers, String topic) {
    var records = new ArrayList<ConsumerRecord<String, byte[]>>();
    read(servers, topic, records::add);
    return records;
  }

  /// Shows the records one after the other, of topics that are too big to be kept.
  public static void read(
      String servers, String topic, Consumer<ConsumerRecord<String, byte[]>> reader) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            servers,
            "isolation.level",
            "read_committed",
            "max.poll.records",
            10_000);
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(POLL).forEach(reader);
      }
    }
  }
}
