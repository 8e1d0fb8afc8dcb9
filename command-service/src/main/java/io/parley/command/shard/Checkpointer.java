package io.parley.command.shard;

import io.parley.command.CommandProperties;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes the checkpoints of one shard, a little at each turn of its loop. A checkpoint is
/// committed once every event that its snapshots know is in the log: a snapshot never knows what
/// the log does not.
final class Checkpointer {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpointer.class);
  private static final long TURN_NANOS = Duration.ofMillis(4).toNanos();

  private final Shard shard;
  private final ShardRunner runner;
  private final SnapshotLog log;
  private final ShardMeters meters;
  private final long events;
  private final long intervalNanos;
  private long lastNanos = System.nanoTime();
  private @Nullable Making making;

  Checkpointer(
      Shard shard,
      ShardRunner runner,
      SnapshotLog log,
      CommandProperties properties,
      ShardMeters meters) {
    this.shard = shard;
    this.runner = runner;
    this.log = log;
    this.meters = meters;
    this.events = properties.checkpointEvents();
    this.intervalNanos = properties.checkpointInterval().toNanos();
  }

  /// A checkpoint on its way.
  private final class Making {
    // What is covered is asked before what has changed: all of it has changed by then.
    private final Coverage.Range range = runner.coverage();
    private final Capture capture = shard.capture();
    private long decided = -1;
    private @Nullable CompletableFuture<Checkpoint> committed;

    Making() {
      log.begin();
    }

    void turn() {
      long until = System.nanoTime() + TURN_NANOS;
      while (!capture.isComplete() && !log.isBusy() && System.nanoTime() < until) {
        log.add(capture.next());
      }
      if (capture.isComplete() && decided < 0) {
        decided = runner.appendsDecided();
      }
      if (decided >= 0 && committed == null && runner.appendsLanded() >= decided) {
        committed = log.commit(capture, range);
      }
    }
  }

  /// Whether it would rather have the next turn soon.
  boolean isEager() {
    return making != null && !making.capture.isComplete();
  }

  /// Takes one turn. Throws [ShardLost] when somebody else writes the snapshots now.
  void turn() {
    if (making == null && isDue()) {
      lastNanos = System.nanoTime();
      making = new Making();
    }
    if (making != null) {
      making.turn();
      if (making.committed != null && making.committed.isDone()) {
        end(making, making.committed);
        making = null;
      }
    }
  }

  private boolean isDue() {
    return shard.eventsSinceCapture() >= events
        || (shard.hasChanged() && System.nanoTime() - lastNanos >= intervalNanos);
  }

  private void end(Making made, CompletableFuture<Checkpoint> committed) {
    try {
      runner.covers(committed.join().nextEvent());
      meters.checkpointed(Duration.ofNanos(System.nanoTime() - lastNanos));
    } catch (CompletionException e) {
      if (e.getCause() instanceof ShardLost lost) {
        throw lost;
      }
      shard.uncaptured(made.capture);
      LOG.warn("A checkpoint failed; the next one has its aggregates, too", e.getCause());
    }
  }
}
