package io.parley.command.shard;

import io.parley.edge.KafkaClients;
import io.parley.schemas.event.EventEnvelope;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;

/// Brings a shard back from the log: folds all events of its partition up to where the log ends
/// now. What a former owner still has in flight may land behind that; it would be the same events
/// that this shard writes, and readers drop the second of each.
final class Recovery {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaClients clients;
  private final String eventsTopic;

  Recovery(KafkaClients clients, String eventsTopic) {
    this.clients = clients;
    this.eventsTopic = eventsTopic;
  }

  /// A recovered shard and the log's end that it has seen.
  record Recovered(Shard shard, long lastEventOffset) {}

  /// Reads until the end or until it is no longer wanted; then what it returns is worth nothing.
  Recovered recover(int partition, BooleanSupplier wanted) {
    var shard = new Shard();
    var place = new TopicPartition(eventsTopic, partition);
    try (Consumer<String, byte[]> consumer =
        clients.consumer(Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10_000))) {
      consumer.assign(List.of(place));
      consumer.seekToBeginning(List.of(place));
      long end = consumer.endOffsets(List.of(place)).getOrDefault(place, 0L);
      while (consumer.position(place) < end && wanted.getAsBoolean()) {
        for (var record : consumer.poll(POLL)) {
          shard.replay(EventEnvelope.fromBytes(record.value()), record.value());
        }
      }
      return new Recovered(shard, consumer.position(place) - 1);
    }
  }
}
