package io.parley.query.live;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// Where the log begins and ends.
public final class Ends {
  private Ends() {}

  /// The end offset of each partition of a topic.
  public static Map<Integer, Long> of(Consumer<?, ?> consumer, String topic) {
    return byPartition(consumer.endOffsets(partitions(consumer, topic)));
  }

  /// All partitions of a topic.
  public static Collection<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  /// Refuses to go on from a place that is not in the log: it was cut, or is another one.
  static void check(Consumer<?, ?> consumer, String topic, Map<Integer, Long> positions) {
    var partitions =
        positions.keySet().stream().map(partition -> new TopicPartition(topic, partition)).toList();
    var begins = byPartition(consumer.beginningOffsets(partitions));
    var ends = byPartition(consumer.endOffsets(partitions));
    positions.forEach(
        (partition, offset) -> {
          long begin = begins.getOrDefault(partition, 0L);
          long end = ends.getOrDefault(partition, 0L);
          if (offset < begin || offset > end) {
            throw new IllegalStateException(
                "the read model is at %d of partition %d, and the log has %d to %d: it is not the log that it was made of; drop its schema to have it made anew"
                    .formatted(offset, partition, begin, end));
          }
        });
  }

  private static Map<Integer, Long> byPartition(Map<TopicPartition, Long> offsets) {
    var all = new HashMap<Integer, Long>();
    offsets.forEach((partition, offset) -> all.put(partition.partition(), offset));
    return all;
  }
}
