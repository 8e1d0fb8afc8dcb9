package io.parley.query.live;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Pauses between tries: 100 ms, twice as long each time, 5 s at most, and none once stopped.
final class Backoff {
  private static final long FIRST_MILLIS = 100;
  private static final long MOST_MILLIS = 5_000;

  private final CountDownLatch stopped = new CountDownLatch(1);
  private long next = FIRST_MILLIS;

  void stop() {
    stopped.countDown();
  }

  boolean isStopped() {
    return stopped.getCount() == 0;
  }

  void reset() {
    next = FIRST_MILLIS;
  }

  /// Whether to try again.
  boolean pause() {
    long now = next;
    next = Math.min(MOST_MILLIS, 2 * next);
    try {
      return !stopped.await(now, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
      return false;
    }
  }
}
