package io.parley.query.live;

import io.parley.query.projection.Projector;
import io.parley.query.projection.UnappliableRecord;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says loudly, once, that a projection cannot go on in a partition, and finds out when it can.
final class Stopping {
  private static final Logger LOG = LoggerFactory.getLogger(Stopping.class);
  private static final long ASK_EVERY_NANOS = Duration.ofMillis(500).toNanos();

  private final Projector projector;
  private final Stops stops;
  private final Progress progress;
  private long asked = System.nanoTime();

  Stopping(Projector projector, Stops stops, Progress progress) {
    this.projector = projector;
    this.stops = stops;
    this.progress = progress;
  }

  /// It cannot go on here.
  Stop at(UnappliableRecord record) {
    var stop = stops.record(projector.projection().name(), record);
    progress.stopsAt(stop);
    LOG.error(
        "Projection {} has stopped in partition {}: {}",
        projector.projection().name(),
        stop.position().partition(),
        record.getMessage(),
        record);
    return stop;
  }

  /// Whether an operator, through whichever instance, decided to skip a record at which it stands.
  /// Asks the database now and then, and only if it stands somewhere.
  boolean somebodyHelped() {
    var standing = progress.stops();
    long now = System.nanoTime();
    if (standing.isEmpty() || now - asked < ASK_EVERY_NANOS) {
      return false;
    }
    asked = now;
    var skips = projector.skips();
    var over = standing.values().stream().filter(stop -> skips.contains(stop.position())).toList();
    over.forEach(progress::goesOnAfter);
    return !over.isEmpty();
  }
}
