package io.parley.delivery.ingest;

import io.parley.delivery.DeliveryProperties;
import io.parley.delivery.session.LogPositions;
import io.parley.edge.problem.Problem;
import io.parley.schemas.LogPosition;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.springframework.stereotype.Component;

/// The next offset of each partition of `chat.events` that the tail will take up.
@Component
final class TailPositions implements LogPositions {
  private final ConcurrentHashMap<Integer, AtomicLong> next = new ConcurrentHashMap<>();
  private final AtomicLong failed = new AtomicLong();
  private final LogEnd end;
  private final long silenceNanos;
  private volatile int partitions;
  private volatile long lag;
  private volatile long heardAt;

  TailPositions(LogEnd end, DeliveryProperties properties) {
    this.end = end;
    this.silenceNanos = properties.tailSilence().toNanos();
  }

  @Override
  public LogPosition passed(UUID aggregate) {
    int partition = partition(aggregate);
    return new LogPosition(partition, next(partition).orElseThrow(TailPositions::notRunning) - 1);
  }

  @Override
  public LogPosition newest(UUID aggregate) {
    return end.of(partition(aggregate));
  }

  /// As Kafka's default partitioner has it, so as every writer of the log.
  private int partition(UUID aggregate) {
    int count = partitions;
    if (count == 0) {
      throw notRunning();
    }
    byte[] key = aggregate.toString().getBytes(StandardCharsets.UTF_8);
    return BuiltInPartitioner.partitionForKey(key, count);
  }

  private static Problem notRunning() {
    return Problem.unavailable("unavailable", "This server is not ready yet.", 1);
  }

  OptionalLong next(int partition) {
    var offset = next.get(partition);
    return offset == null ? OptionalLong.empty() : OptionalLong.of(offset.get());
  }

  void next(int partition, long offset) {
    next.computeIfAbsent(partition, _ -> new AtomicLong()).set(offset);
  }

  void started(int count) {
    heard();
    partitions = count;
  }

  void stopped() {
    partitions = 0;
  }

  /// Some broker has answered the tail.
  void heard() {
    heardAt = System.nanoTime();
  }

  /// Whether the tail is running, and not cut off from the brokers.
  boolean isRunning() {
    return partitions > 0 && System.nanoTime() - heardAt < silenceNanos;
  }

  void lag(long events) {
    lag = events;
  }

  long lag() {
    return lag;
  }

  void failed() {
    failed.incrementAndGet();
  }

  long failures() {
    return failed.get();
  }
}
