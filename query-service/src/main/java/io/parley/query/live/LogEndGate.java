package io.parley.query.live;

import io.parley.query.QueryProperties;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lets a query that names no position wait for all that is in the log, so that clients that know
/// nothing of positions read what they wrote too.
@Component
public final class LogEndGate {
  private static final Logger LOG = LoggerFactory.getLogger(LogEndGate.class);

  private final LogEnd log;
  private final LiveProjections live;
  private final JdbcClient jdbc;
  private final Duration most;

  LogEndGate(LogEnd log, LiveProjections live, JdbcClient jdbc, QueryProperties properties) {
    this.log = log;
    this.live = live;
    this.jdbc = jdbc;
    this.most = properties.logEndWait();
  }

  /// Waits until this projection has what was in the log when this was called, and not longer than
  /// the configuration allows. Says whether it has.
  public boolean await(String projection) {
    long start = System.nanoTime();
    try {
      var ends = log.now().get(most.toNanos(), TimeUnit.NANOSECONDS);
      var left = most.minusNanos(System.nanoTime() - start);
      return Patience.until(left, () -> hasReached(projection, ends));
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("Where the log ends is not known, so nobody waits for it: {}", e.toString());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// This instance knows best about the partitions that it follows; others are known to the
  /// database.
  private boolean hasReached(String projection, Map<Integer, Long> ends) {
    var followed = live.positions(projection);
    var behind = new HashMap<>(ends);
    behind.entrySet().removeIf(end -> followed.getOrDefault(end.getKey(), 0L) >= end.getValue());
    if (behind.isEmpty()) {
      return true;
    }
    return behind.keySet().stream().noneMatch(followed::containsKey)
        && hasStored(projection, behind);
  }

  private boolean hasStored(String projection, Map<Integer, Long> behind) {
    var stored = new HashMap<Integer, Long>();
    jdbc.sql("select partition, next_offset from " + projection + ".position")
        .query(
            row -> {
              stored.put(row.getInt(1), row.getLong(2));
            });
    return behind.entrySet().stream()
        .allMatch(end -> stored.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }
}
