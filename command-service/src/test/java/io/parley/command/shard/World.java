package io.parley.command.shard;

import io.parley.command.shard.Turn.Asked;
import io.parley.command.shard.Written.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One partition with all that can happen to it: owners that decide, appends that are on their
/// way and land late, appends that fail, checkpoints that are made while all this goes on, owners
/// that die, and zombies, which lost the partition and go on all the same.
final class World {
  final List<Asked> commands;
  final Fault fault;
  final SnapshotTopic snapshots;
  final List<Told> perfect = new ArrayList<>();
  final List<Written> log = new ArrayList<>();
  private final int maxHot;
  private final List<Owner> owners = new ArrayList<>();

  World(List<Asked> commands, int maxHot, Fault fault) {
    this.commands = commands;
    this.maxHot = maxHot;
    this.fault = fault;
    this.snapshots = new SnapshotTopic(fault != Fault.FENCE_IGNORED);
    var writer =
        fault == Fault.REMEMBERED_REFUSALS
            ? new Decider.RemembersRefusals(Shards.inHeap())
            : new Decider.Real();
    commands.forEach(asked -> perfect.add(writer.handle(asked)));
    owners.add(new Owner(this));
  }

  /// The shard that the log and the snapshots give now.
  Shard recovered() {
    var alone = Shards.inHeap(maxHot);
    log.forEach(event -> alone.replay(event.event(), event.value()));
    var shard = snapshots.recovered(maxHot, log, fault);
    if (shard == null) {
      return alone;
    }
    if (!isLike(shard, alone)) {
      throw new BrokenLog("the snapshots tell another story than the log");
    }
    return shard;
  }

  private boolean isLike(Shard one, Shard other) {
    return one.size() == other.size() && Contents.of(one, log).equals(Contents.of(other, log));
  }

  long commandOf(long offset) {
    return log.get((int) offset).event().commandOffset();
  }

  /// Lets one thing happen.
  void happen(Twist twist) {
    int which = twist.owner() % owners.size();
    int last = owners.size() - 1;
    var any = owners.get(which);
    switch (twist.kind()) {
      case DECIDE -> owners.getLast().decide(twist.count());
      case LAND -> owners.getLast().land(twist.count());
      case LAND_LATE -> any.land(twist.count());
      case DECIDE_LATE -> any.decide(twist.count());
      case TAKE_OVER -> owners.add(new Owner(this));
      case FAIL -> replaceIfCurrent(which, any.fail(false));
      case FAIL_BUT_LAND -> replaceIfCurrent(which, any.fail(true));
      case DIE -> {
        any.die();
        replaceIfCurrent(which, true);
      }
      case RECOVER_LATE -> recover(which);
      case CAPTURE -> owners.getLast().capture(twist.count() - 1);
      case CHECKPOINT -> checkpoint(last, twist.count());
      case CHECKPOINT_LATE -> checkpoint(which, twist.count());
      case ABORT -> any.abort();
    }
  }

  private void replaceIfCurrent(int which, boolean isOver) {
    if (isOver && which == owners.size() - 1) {
      owners.add(new Owner(this));
    }
  }

  /// Whoever has it, or thinks so, begins anew; what it had on its way lands in between or later.
  private void recover(int which) {
    var gone = owners.get(which);
    gone.drop();
    owners.set(which, new Owner(this));
    owners.addFirst(gone);
  }

  private void checkpoint(int which, int count) {
    var owner = owners.get(which);
    owner.capture(2 * count);
    if (!owner.checkpoint()) {
      recover(which);
    }
  }

  /// The owner does what is left to do, and what others have on its way lands at last.
  void end() {
    owners.getLast().decide(commands.size());
    owners.reversed().forEach(owner -> owner.land(commands.size()));
    var _ = recovered();
  }

  /// What every reader sees: an event that is not above the last one of its aggregate is dropped.
  List<Written> seen() {
    var last = new HashMap<String, Written>();
    var first = new HashMap<Map.Entry<String, Long>, Written>();
    var seen = new ArrayList<Written>();
    for (var event : log) {
      var before = last.get(event.aggregate());
      long known = before == null ? 0 : before.sequence();
      if (event.sequence() > known + 1) {
        throw new BrokenLog("a gap before " + event);
      }
      var twin = first.putIfAbsent(Map.entry(event.aggregate(), event.sequence()), event);
      if (twin == null) {
        last.put(event.aggregate(), event);
        seen.add(event);
      } else if (!twin.equals(event)) {
        throw new BrokenLog("two histories at " + event);
      }
    }
    return seen;
  }

  /// What one shard would have written that never fails and never sleeps.
  List<Written> perfect() {
    return perfect.stream().map(Told::written).filter(java.util.Objects::nonNull).toList();
  }
}
