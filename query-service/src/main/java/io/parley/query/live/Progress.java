package io.parley.query.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// How a projection is doing, as its thread last said; read by any thread.
final class Progress {
  /// What a projection is doing.
  enum State {
    /// Not started yet.
    NEW,
    /// Follows the log.
    FOLLOWING,
    /// The database does not answer; it tries again.
    WAITING,
    /// Met what it cannot apply, and gave up.
    FAILED,
    /// Told to stop.
    STOPPED
  }

  private final Map<Integer, Long> positions = new ConcurrentHashMap<>();
  private volatile State state = State.NEW;
  private volatile @Nullable String reason;
  private volatile @Nullable Map<Integer, Long> ends;
  private volatile long lag;

  State state() {
    return state;
  }

  /// Why it waits or failed.
  @Nullable String reason() {
    return reason;
  }

  /// The next offset of each partition that this instance follows.
  Map<Integer, Long> positions() {
    return Map.copyOf(positions);
  }

  /// How many records are there that it has not applied.
  long lag() {
    return lag;
  }

  /// Where each partition of the log ended when this was started, or null before that is known.
  @Nullable Map<Integer, Long> endsAtStart() {
    return ends;
  }

  void is(State now, @Nullable String why) {
    reason = why;
    state = now;
  }

  void startsWith(Map<Integer, Long> endOffsets) {
    ends = Map.copyOf(endOffsets);
  }

  void at(Map<Integer, Long> nextOffsets) {
    positions.clear();
    positions.putAll(nextOffsets);
  }

  void reached(int partition, long nextOffset) {
    positions.put(partition, nextOffset);
  }

  void lagsBy(long records) {
    lag = records;
  }
}
