package io.parley.query.live;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Asks now and then where the log ends, for those who show how far behind they are. What was
/// learnt too long ago, because the brokers do not answer, counts as not known: a number that no
/// longer moves would look like one that is right.
final class LogEndWatch implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(LogEndWatch.class);
  private static final int GOOD_FOR_INTERVALS = 3;

  private final LogEnd log;
  private final Duration every;
  private volatile @Nullable Known known;
  private volatile @Nullable ScheduledExecutorService executor;

  LogEndWatch(LogEnd log, Duration every) {
    this.log = log;
    this.every = every;
  }

  private record Known(Map<Integer, Long> ends, long atNanos) {}

  /// How many records come at these positions or after them, in these partitions; empty when that
  /// is not known.
  OptionalDouble lag(Map<Integer, Long> positions) {
    var now = known;
    if (now == null || System.nanoTime() - now.atNanos() > GOOD_FOR_INTERVALS * every.toNanos()) {
      return OptionalDouble.empty();
    }
    long behind =
        positions.entrySet().stream()
            .mapToLong(at -> now.ends().getOrDefault(at.getKey(), 0L) - at.getValue())
            .map(records -> Math.max(0, records))
            .sum();
    return OptionalDouble.of((double) behind);
  }

  private void look() {
    try {
      var ends = log.now().get(every.toNanos(), TimeUnit.NANOSECONDS);
      known = new Known(ends, System.nanoTime());
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("Where the log ends is not known: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    var threads = Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    executor = threads;
    var _ = threads.scheduleWithFixedDelay(this::look, 0, every.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void stop() {
    var threads = executor;
    if (threads != null) {
      threads.shutdownNow();
    }
    executor = null;
  }

  @Override
  public boolean isRunning() {
    return executor != null;
  }
}
