package io.parley.query.fresh;

import io.parley.query.live.Ends;
import io.parley.query.projection.Isolation;
import io.parley.query.projection.Projector;
import io.parley.query.projection.UnappliableRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Reads the log into tables that nobody else writes to. Belongs to no consumer group. Used by one
/// thread.
final class CatchingUp implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(500);

  private final Projector projector;
  private final Consumer<String, byte[]> consumer;
  private final String topic;
  private final Isolation isolation;

  /// Goes on from where the tables are.
  CatchingUp(Projector projector, Consumer<String, byte[]> consumer, String topic) {
    this.projector = projector;
    this.consumer = consumer;
    this.topic = topic;
    this.isolation = new Isolation(projector, (records, applied) -> {});
    consumer.assign(Ends.partitions(consumer, topic));
    seek();
  }

  /// Where the log ends now.
  Map<Integer, Long> ends() {
    return Ends.of(consumer, topic);
  }

  /// How many records there are up to these ends.
  long behind(Map<Integer, Long> ends) {
    return ends.entrySet().stream().mapToLong(end -> end.getValue() - at(end.getKey())).sum();
  }

  /// Applies records until all before these ends are applied, or until told not to go on. Says
  /// which. Throws [UnappliableRecord] at one that nobody decided to skip.
  boolean upTo(Map<Integer, Long> ends, BooleanSupplier goesOn) {
    while (ends.entrySet().stream().anyMatch(end -> at(end.getKey()) < end.getValue())) {
      if (!goesOn.getAsBoolean()) {
        return false;
      }
      step();
    }
    return true;
  }

  private void step() {
    var records = new ArrayList<ConsumerRecord<String, byte[]>>();
    consumer.poll(POLL).forEach(records::add);
    if (!records.isEmpty()) {
      try {
        isolation.project(records);
      } catch (UnappliableRecord e) {
        if (!projector.skips().contains(e.position())) {
          throw e;
        }
        seek();
      }
    }
  }

  private void seek() {
    var partitions = consumer.assignment().stream().map(TopicPartition::partition).toList();
    projector
        .seek(partitions)
        .forEach((p, offset) -> consumer.seek(new TopicPartition(topic, p), offset));
  }

  private long at(int partition) {
    return projector.positions().getOrDefault(partition, 0L);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
