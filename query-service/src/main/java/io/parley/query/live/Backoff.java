package io.parley.query.live;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Pauses between tries: 100 ms, twice as long each time, 5 s at most, and none once stopped.
final class Backoff {
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration MOST = Duration.ofSeconds(5);

  private final CountDownLatch stopped = new CountDownLatch(1);
  private Duration next = FIRST;

  void stop() {
    stopped.countDown();
  }

  boolean isStopped() {
    return stopped.getCount() == 0;
  }

  void reset() {
    next = FIRST;
  }

  /// How long to wait now, for whoever does so itself.
  Duration next() {
    var now = next;
    next = next.multipliedBy(2).compareTo(MOST) < 0 ? next.multipliedBy(2) : MOST;
    return isStopped() ? Duration.ZERO : now;
  }

  /// Waits.
  void pause() {
    try {
      var _ = stopped.await(next().toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
    }
  }
}
