package io.parley.bench;

import java.util.Arrays;
import java.util.Locale;

/// Durations in nanoseconds, a bounded number of them.
final class Samples {
  private final long[] nanos;
  private int count;

  Samples(int capacity) {
    nanos = new long[capacity];
  }

  synchronized void add(long duration) {
    if (count < nanos.length) {
      nanos[count++] = duration;
    }
  }

  synchronized int count() {
    return count;
  }

  /// The duration that this share of all is not above, in milliseconds.
  synchronized double millis(double share) {
    if (count == 0) {
      return Double.NaN;
    }
    var sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.min(count - 1L, Math.round(share * count))] / 1e6;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "n=%d p50=%.2f ms p90=%.2f ms p99=%.2f ms max=%.2f ms",
        count(),
        millis(0.5),
        millis(0.9),
        millis(0.99),
        millis(1));
  }
}
