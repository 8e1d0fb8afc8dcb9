package io.parley.cluster.fault;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Of many things that ought to happen all the time: how long each did not.
final class Gaps {
  private static final class Pulse {
    private long last;
    private long worst;

    synchronized void begin(long now) {
      last = now;
      worst = 0;
    }

    synchronized void beat(long now) {
      worst = Math.max(worst, now - last);
      last = now;
    }

    synchronized long worst(long now) {
      return Math.max(worst, now - last);
    }

    synchronized boolean since(long mark) {
      return last > mark;
    }
  }

  private final Map<Object, Pulse> pulses = new ConcurrentHashMap<>();

  void beat(Object what, long now) {
    pulses.computeIfAbsent(what, _ -> new Pulse()).beat(now);
  }

  /// Forgets all gaps so far.
  void begin(long now) {
    pulses.values().forEach(pulse -> pulse.begin(now));
  }

  long worst(long now) {
    return pulses.values().stream().mapToLong(pulse -> pulse.worst(now)).max().orElse(0);
  }

  /// How many had a gap of more than so many nanoseconds.
  long longerThan(long nanos, long now) {
    return pulses.values().stream().filter(pulse -> pulse.worst(now) > nanos).count();
  }

  /// Whether all have happened since then.
  boolean allSince(long mark) {
    return pulses.values().stream().allMatch(pulse -> pulse.since(mark));
  }

  long missingSince(long mark) {
    return pulses.values().stream().filter(pulse -> !pulse.since(mark)).count();
  }
}
