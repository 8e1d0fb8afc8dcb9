package io.parley.command.presence;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// Who was heard of when. A node is lost when it was silent for longer than `silence` while our
/// own signs, which take the same way, came back all that time: "I hear myself but not you".
/// Whenever our own signs stay out (we were paused, the broker was away) nobody is lost, and all
/// have the whole `silence` again from when we hear ourselves anew.
///
/// Times are in nanoseconds of one monotonic clock. Not safe for several threads at once.
final class LifeSigns {
  private final long silence;
  private final long gap;
  private final Map<UUID, Long> lastHeard = new HashMap<>();
  private boolean hearsItself;
  private long ownSince;
  private long ownLast;

  /// `gap` is the longest time between two of our own signs that does not interrupt their run.
  LifeSigns(Duration silence, Duration gap) {
    this.silence = silence.toNanos();
    this.gap = gap.toNanos();
  }

  /// Another node's sign has come. Who was silent for too long is forgotten here: it is lost
  /// either way.
  void heard(UUID node, long now) {
    lastHeard.values().removeIf(last -> now - last > silence);
    lastHeard.put(node, now);
  }

  /// Our own sign has come back.
  void heardMyself(long now) {
    if (!runs(now)) {
      ownSince = now;
      hearsItself = true;
    }
    ownLast = now;
  }

  private boolean runs(long now) {
    return hearsItself && now - ownLast <= gap;
  }

  /// Whether this node is lost; also one that was never heard of.
  boolean isLost(UUID node, long now) {
    if (!runs(now)) {
      return false;
    }
    var heard = lastHeard.get(node);
    boolean heardInThisRun = heard != null && heard - ownSince > 0;
    return now - (heardInThisRun ? heard : ownSince) > silence;
  }
}
