package io.parley.command;

import io.parley.backends.TestBackends;
import io.parley.backends.WholeTopic;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.awaitility.Awaitility;

/// One topic of a node, from its beginning, record by record.
final class Topic {
  private final String name;
  private final List<ConsumerRecord<String, byte[]>> seen = new ArrayList<>();
  private int next;

  Topic(String name) {
    this.name = name;
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
    for (var record : WholeTopic.read(TestBackends.kafka(), name)) {
      if (seen.stream().noneMatch(one -> isAt(one, record.partition(), record.offset()))) {
        seen.add(record);
      }
    }
  }

  private static boolean isAt(ConsumerRecord<String, byte[]> record, int partition, long offset) {
    return record.partition() == partition && record.offset() == offset;
  }

  int partitionOf(UUID key) {
    return BuiltInPartitioner.partitionForKey(
        key.toString().getBytes(StandardCharsets.UTF_8), Node.PARTITIONS);
  }
}
