package io.parley.query.live;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// How a projection is doing on this instance, as its thread last said; read by any thread.
final class Progress {
  /// What a projection is doing.
  enum State {
    /// Not started yet.
    NEW,
    /// Follows the log.
    FOLLOWING,
    /// The database or the log does not answer; it tries again.
    WAITING,
    /// Met a record that it cannot apply, and leaves that partition alone until somebody skips the
    /// record; it follows the others.
    STOPPED,
    /// Cannot work at all, which is nobody's record's fault; it tries again.
    FAILED,
    /// Told to end.
    ENDED
  }

  private final Map<Integer, Long> positions = new ConcurrentHashMap<>();
  private final Map<Integer, Stop> stops = new ConcurrentHashMap<>();
  private volatile State state = State.NEW;
  private volatile @Nullable String reason;
  private volatile @Nullable Map<Integer, Long> ends;

  State state() {
    var now = state;
    return now == State.FOLLOWING && !stops.isEmpty() ? State.STOPPED : now;
  }

  /// Whether it works, or will when the database and the log answer again; otherwise it needs
  /// somebody's help.
  boolean isRunning() {
    return switch (state()) {
      case NEW, FOLLOWING, WAITING -> true;
      case STOPPED, FAILED, ENDED -> false;
    };
  }

  /// Why it waits or failed.
  @Nullable String reason() {
    return reason;
  }

  /// The next offset of each partition that this instance follows.
  Map<Integer, Long> positions() {
    return Map.copyOf(positions);
  }

  /// Where it cannot go on, of the partitions that this instance follows.
  Map<Integer, Stop> stops() {
    return Map.copyOf(stops);
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

  /// Follows these partitions from now on. Where one is not at its stop any more, that is over.
  void at(Map<Integer, Long> nextOffsets) {
    stops
        .values()
        .removeIf(
            stop ->
                nextOffsets.getOrDefault(stop.position().partition(), -1L)
                    != stop.position().offset());
    positions.putAll(nextOffsets);
    positions.keySet().retainAll(nextOffsets.keySet());
  }

  /// Follows no partition for the time being.
  void isNowhere() {
    positions.clear();
  }

  void reached(int partition, long nextOffset) {
    positions.put(partition, nextOffset);
  }

  void stopsAt(Stop stop) {
    stops.put(stop.position().partition(), stop);
  }

  void goesOnAfter(Stop stop) {
    stops.remove(stop.position().partition(), stop);
  }
}
