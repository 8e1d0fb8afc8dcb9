package io.parley.cluster.fault;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Durations.
final class Samples {
  private final List<Long> nanos = new ArrayList<>();

  synchronized void add(long one) {
    nanos.add(one);
  }

  synchronized void clear() {
    nanos.clear();
  }

  synchronized int count() {
    return nanos.size();
  }

  /// In seconds; 0 when there are none.
  synchronized double quantile(double quantile) {
    if (nanos.isEmpty()) {
      return 0;
    }
    var sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    long found = sorted.get((int) Math.min(sorted.size() - 1L, (long) (quantile * sorted.size())));
    return (double) found / TimeUnit.SECONDS.toNanos(1);
  }
}
