package io.parley.query.live;

import io.parley.query.QueryProperties;
import io.parley.query.live.Reach.Answer;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Lets a query that names no position wait for all that is in the log, so that clients that know
/// nothing of positions read what they wrote too.
@Component
public final class LogEndGate {
  private static final Logger LOG = LoggerFactory.getLogger(LogEndGate.class);

  private final LogEnd log;
  private final Reach reach;
  private final Duration most;

  LogEndGate(LogEnd log, Reach reach, QueryProperties properties) {
    this.log = log;
    this.reach = reach;
    this.most = properties.logEndWait();
  }

  /// Waits until this projection has what was in the log when this was called, and not longer than
  /// the configuration allows. Says whether it has. Nobody waits for a partition in which the
  /// projection cannot go on.
  public boolean await(String projection) {
    long start = System.nanoTime();
    try {
      var ends = log.now().get(most.toNanos(), TimeUnit.NANOSECONDS);
      var left = most.minusNanos(System.nanoTime() - start);
      return Patience.until(left, () -> reach.of(projection, ends) != Answer.BEHIND)
          && reach.of(projection, ends) == Answer.REACHED;
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("Where the log ends is not known, so nobody waits for it: {}", e.toString());
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
