package io.parley.cluster.fault;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads a topic from its beginning to the end that it has now, as somebody who knows nothing but
/// the contract.
final class LogReader {
  private LogReader() {}

  static LogFacts read(String servers, String topic) {
    Map<String, Object> config = Map.of("bootstrap.servers", servers, "max.poll.records", 10_000);
    var facts = new LogFacts();
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
        consumer.poll(Duration.ofMillis(200)).forEach(one -> facts.take(one.key(), one.value()));
      }
    }
    return facts;
  }
}
