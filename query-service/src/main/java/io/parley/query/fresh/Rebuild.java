package io.parley.query.fresh;

import io.parley.query.projection.Projection;
import io.parley.query.projection.Schema;
import java.sql.SQLException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Builds one read model anew beside the old tables, which keep answering and going on, and puts
/// it into their place when it has caught up. Dies without a trace that matters: the old tables
/// stay, and the next rebuild drops what this one left.
final class Rebuild implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);
  private static final long NEARLY_THERE = 2_000;
  private static final int MOST_TRIES = 20;

  private final Projection projection;
  private final Schema live;
  private final FreshProjection fresh;
  private final RebuildLock lock;
  private final Duration switchWait;
  private volatile boolean stopped;
  private volatile String outcome = "running";

  /// Gives the lock back when it ends.
  Rebuild(Projection projection, FreshProjection fresh, RebuildLock lock, Duration switchWait) {
    this.projection = projection;
    this.live = new Schema(projection.name());
    this.fresh = fresh;
    this.lock = lock;
    this.switchWait = switchWait;
  }

  /// `running`, `switched`, `ended before it was done`, or why it failed.
  String outcome() {
    return outcome;
  }

  /// Ends soon after; any thread.
  void stop() {
    stopped = true;
  }

  @Override
  public void run() {
    // Said last, when another one can begin.
    outcome = rebuilt();
  }

  private String rebuilt() {
    try (lock) {
      LOG.warn("Projection {} is built anew", live.name());
      var tables = new Switch(lock.connection(), live, switchWait.toMillis());
      String end = build(tables) ? "switched" : "ended before it was done";
      LOG.warn("Projection {} built anew: {}", live.name(), end);
      tidyUp(tables);
      return end;
    } catch (SQLException | RuntimeException e) {
      LOG.error("Projection {} was not built anew; the old tables stay", live.name(), e);
      return "failed: " + e.getMessage();
    }
  }

  private boolean build(Switch tables) throws SQLException {
    tables.dropLeftovers();
    try (var catchingUp = fresh.open(projection, live.rebuilt())) {
      for (int tries = 0; tries < MOST_TRIES && !stopped; tries++) {
        if (comeNear(catchingUp) && tables.when(at -> inTime(catchingUp, at))) {
          return true;
        }
      }
    }
    return false;
  }

  private void tidyUp(Switch tables) {
    try {
      tables.dropLeftovers();
    } catch (SQLException e) {
      LOG.warn("Tables of {} are left for the next rebuild to drop", live.name(), e);
    }
  }

  /// Until so little is left that the old tables can wait for it.
  private boolean comeNear(CatchingUp catchingUp) {
    var ends = catchingUp.ends();
    boolean there = true;
    while (there && catchingUp.behind(ends) > NEARLY_THERE) {
      there = catchingUp.upTo(ends, () -> !stopped);
      ends = catchingUp.ends();
    }
    return there;
  }

  private boolean inTime(CatchingUp catchingUp, java.util.Map<Integer, Long> positions) {
    long end = System.nanoTime() + switchWait.toNanos();
    return catchingUp.upTo(positions, () -> !stopped && System.nanoTime() - end < 0);
  }
}
