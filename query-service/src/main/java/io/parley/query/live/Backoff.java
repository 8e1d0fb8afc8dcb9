package io.parley.query.live;

/// How long to wait before the next try: from 100 ms, twice as long each time, 5 s at most.
final class Backoff {
  private static final long FIRST_MILLIS = 100;
  private static final long MOST_MILLIS = 5_000;

  private long next = FIRST_MILLIS;

  long nextMillis() {
    long now = next;
    next = Math.min(MOST_MILLIS, 2 * next);
    return now;
  }

  void reset() {
    next = FIRST_MILLIS;
  }
}
