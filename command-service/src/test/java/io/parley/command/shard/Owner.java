package io.parley.command.shard;

import io.parley.command.shard.Turn.Asked;
import io.parley.command.shard.Written.Told;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who had a partition at some time, from its recovery on; perhaps a zombie.
final class Owner {
  private final World world;
  private final int writer;
  private final Shard shard;
  private final Decider decider;
  private final Coverage coverage;
  private final Deque<Written> onTheirWay = new ArrayDeque<>();
  private int next;
  private int decided;
  private int landed;
  private boolean over;
  private @Nullable Making making;

  Owner(World world) {
    this.world = world;
    writer = world.snapshots.open();
    shard = world.recovered();
    decider =
        world.fault == Fault.REMEMBERED_REFUSALS
            ? new Decider.RemembersRefusals(shard)
            : new Decider.Real(shard);
    coverage = new Coverage(world.log.size());
    while (next < world.commands.size()
        && world.commands.get(next).offset() < decider.nextCommandOffset()) {
      next++;
    }
  }

  /// A checkpoint on its way.
  private final class Making {
    final Coverage.Range range = coverage.range();
    final Capture capture = shard.capture();
    final List<Capture.Snapshot> snapshots = new ArrayList<>();
    int waitsFor = -1;

    void goOn(int count) {
      for (int i = 0; i < count && !capture.isComplete(); i++) {
        snapshots.add(capture.next());
      }
      if (capture.isComplete() && waitsFor < 0) {
        waitsFor = decided;
      }
    }

    boolean isReady() {
      return waitsFor >= 0 && (landed >= waitsFor || world.fault == Fault.CHECKPOINT_BEFORE_EVENTS);
    }

    Checkpoint checkpoint() {
      if (!range.hasHole() || world.fault == Fault.HOLES_IGNORED) {
        return capture.checkpoint(range.end());
      }
      var look = range.look(capture.lastCommand());
      long at = range.covered();
      while (at < range.end() && look.knows(at, world.commandOf(at))) {
        at++;
      }
      return capture.checkpoint(look.known());
    }
  }

  void decide(int count) {
    for (int i = 0; i < count && !over && next < world.commands.size(); i++) {
      Asked command = world.commands.get(next);
      Told told = decider.handle(command);
      if (!told.equals(world.perfect.get(next))) {
        throw new BrokenLog("command %d is decided in two ways".formatted(next));
      }
      next++;
      if (told.written() != null) {
        onTheirWay.add(told.written());
        decided++;
      }
    }
  }

  void land(int count) {
    for (int i = 0; i < count && !onTheirWay.isEmpty(); i++) {
      world.log.add(onTheirWay.remove());
      if (!over) {
        coverage.appended(world.log.size() - 1L);
        landed++;
      }
    }
  }

  /// The oldest append is reported as failed; it may have landed all the same. Whether there was
  /// one.
  boolean fail(boolean landedAllTheSame) {
    var failed = onTheirWay.poll();
    if (failed == null) {
      return false;
    }
    if (landedAllTheSame) {
      world.log.add(failed);
    }
    if (world.fault != Fault.PRODUCER_LEFT_OPEN) {
      onTheirWay.clear();
    }
    over = true;
    return true;
  }

  void die() {
    onTheirWay.clear();
    over = true;
  }

  /// It recovers where it is: its appends may still land.
  void drop() {
    over = true;
  }

  void capture(int count) {
    if (!over) {
      if (making == null) {
        making = new Making();
      }
      making.goOn(count);
    }
  }

  /// Commits its checkpoint, if one is ready; whether it may go on.
  boolean checkpoint() {
    if (over || making == null || !making.isReady()) {
      return true;
    }
    var checkpoint = making.checkpoint();
    boolean mayWrite = world.snapshots.commit(writer, making.snapshots, checkpoint);
    if (mayWrite) {
      coverage.known(checkpoint.nextEvent());
      making = null;
    }
    return mayWrite;
  }

  void abort() {
    if (making != null && world.fault != Fault.ABORTED_FORGOTTEN) {
      shard.uncaptured(making.capture);
    }
    making = null;
  }
}
