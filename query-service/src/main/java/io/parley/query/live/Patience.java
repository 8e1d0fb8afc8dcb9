package io.parley.query.live;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Asks again every few milliseconds, ever more slowly, until something is so or time is up.
public final class Patience {
  private static final long FIRST_NANOS = Duration.ofMillis(2).toNanos();
  private static final long MOST_NANOS = Duration.ofMillis(25).toNanos();

  private Patience() {}

  /// Whether it was so in the end. Asks at least once.
  public static boolean until(Duration limit, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    for (long pause = FIRST_NANOS; !condition.getAsBoolean(); pause = longer(pause)) {
      if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(pause);
    }
    return true;
  }

  private static long longer(long pause) {
    return Math.min(MOST_NANOS, pause + pause / 2);
  }
}
