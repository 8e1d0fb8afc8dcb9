package io.parley.command.shard;

import io.parley.edge.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Reads what stands in one partition, and of transactions only what was committed. Takes so much
/// at a time that a big log is read fast, and no more than 16 MiB as the broker has it.
final class PartitionReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int AT_ONCE = 10_000;
  private static final int BYTES_AT_ONCE = 16 * 1024 * 1024;

  private final TopicPartition place;
  private final Consumer<String, byte[]> consumer;

  PartitionReader(KafkaClients clients, String topic, int partition) {
    place = new TopicPartition(topic, partition);
    consumer =
        clients.consumer(
            Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                AT_ONCE,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                BYTES_AT_ONCE,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                BYTES_AT_ONCE));
    consumer.assign(List.of(place));
  }

  /// The offset of the oldest record.
  long beginning() {
    return consumer.beginningOffsets(List.of(place)).getOrDefault(place, 0L);
  }

  /// The offset behind the newest record.
  long end() {
    return consumer.endOffsets(List.of(place)).getOrDefault(place, 0L);
  }

  /// Hands over the records from one offset on and below another, as long as they are wanted.
  void read(long from, long end, Predicate<ConsumerRecord<String, byte[]>> wantsMore) {
    consumer.seek(place, from);
    while (consumer.position(place) < end) {
      for (var record : consumer.poll(POLL)) {
        if (record.offset() >= end || !wantsMore.test(record)) {
          return;
        }
      }
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
