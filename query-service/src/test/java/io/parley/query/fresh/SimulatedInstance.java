package io.parley.query.fresh;

import io.parley.query.given.CrashingTransactions;
import io.parley.query.given.CrashingTransactions.Crash;
import io.parley.query.given.CrashingTransactions.Point;
import io.parley.query.projection.Projector;
import io.parley.query.projection.StalePosition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// An instance that follows all partitions of a log, as the thread of a projection does, and dies
/// or sleeps when it is told to.
final class SimulatedInstance {
  private final Projector projector;
  private final CrashingTransactions transactions;
  private final List<List<ConsumerRecord<String, byte[]>>> log;
  private final Map<Integer, Integer> next = new HashMap<>();
  private List<ConsumerRecord<String, byte[]>> asleepWith = List.of();
  private int crashes;
  private int stale;

  SimulatedInstance(
      Projector projector,
      CrashingTransactions transactions,
      List<List<ConsumerRecord<String, byte[]>>> log) {
    this.projector = projector;
    this.transactions = transactions;
    this.log = log;
    seek();
  }

  int crashes() {
    return crashes;
  }

  int stale() {
    return stale;
  }

  /// Polls and applies; dies there. Whoever sleeps wakes up first and goes on with what it has.
  void step(int partition, int most, Point point) {
    if (!asleepWith.isEmpty()) {
      wakeUp(point);
    } else {
      apply(poll(partition, most), point);
    }
  }

  /// Polls, and applies only when it wakes up.
  void fallAsleep(int partition, int most) {
    if (asleepWith.isEmpty()) {
      asleepWith = poll(partition, most);
    }
  }

  void wakeUp(Point point) {
    var batch = asleepWith;
    asleepWith = List.of();
    apply(batch, point);
  }

  /// Loses all that it knows, as in a restart or a rebalance.
  void seek() {
    asleepWith = List.of();
    var partitions = java.util.stream.IntStream.range(0, log.size()).boxed().toList();
    projector.seek(partitions).forEach((p, offset) -> next.put(p, (int) (long) offset));
  }

  boolean isDone() {
    return asleepWith.isEmpty()
        && next.entrySet().stream().allMatch(at -> at.getValue() >= log.get(at.getKey()).size());
  }

  private List<ConsumerRecord<String, byte[]>> poll(int partition, int most) {
    int from = next.getOrDefault(partition, 0);
    int to = Math.min(log.get(partition).size(), from + most);
    next.put(partition, Math.max(from, to));
    return from < to ? log.get(partition).subList(from, to) : List.of();
  }

  private void apply(List<ConsumerRecord<String, byte[]>> batch, Point point) {
    transactions.dieAt(point);
    try {
      projector.project(batch);
    } catch (Crash e) {
      crashes++;
      seek();
    } catch (StalePosition e) {
      stale++;
      seek();
    } finally {
      transactions.dieAt(Point.NEVER);
    }
  }
}
