package io.parley.command;

import io.parley.backends.TestBackends;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/// One topic of a node, from its beginning, record by record.
final class Topic {
  private final List<TopicPartition> places;
  private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();
  private int next;

  Topic(String name) {
    this.places =
        IntStream.range(0, Node.PARTITIONS).mapToObj(p -> new TopicPartition(name, p)).toList();
  }

  /// The next record; waits for it.
  ConsumerRecord<String, byte[]> next() {
    return next(_ -> true);
  }

  /// The next record that is wanted; waits for it.
  ConsumerRecord<String, byte[]> next(Predicate<ConsumerRecord<String, byte[]>> wanted) {
    Awaitility.await().until(() -> find(wanted));
    return seen.get(next - 1);
  }

  private boolean find(Predicate<ConsumerRecord<String, byte[]>> wanted) {
    read();
    while (next < seen.size()) {
      if (wanted.test(seen.get(next++))) {
        return true;
      }
    }
    return false;
  }

  /// Everything that came so far.
  List<ConsumerRecord<String, byte[]>> all() {
    read();
    return List.copyOf(seen);
  }

  private void read() {
    Map<String, Object> broker = Map.of("bootstrap.servers", TestBackends.kafka());
    try (var consumer =
        new KafkaConsumer<>(broker, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(places);
      consumer.seekToBeginning(places);
      for (var record : seen) {
        consumer.seek(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
      }
      var ends = consumer.endOffsets(places);
      while (places.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(seen::add);
      }
    }
  }

  int partitionOf(UUID key) {
    return BuiltInPartitioner.partitionForKey(
        key.toString().getBytes(StandardCharsets.UTF_8), places.size());
  }
}
