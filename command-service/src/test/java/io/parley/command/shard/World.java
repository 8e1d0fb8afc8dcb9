package io.parley.command.shard;

import io.parley.command.shard.Turn.Asked;
import io.parley.command.shard.Written.Told;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// One partition with all that can happen to it: owners that decide, appends that are on their
/// way and land late, appends that fail, owners that die, and zombies, which lost the partition
/// and go on all the same.
final class World {
  private final List<Asked> commands;
  private final Supplier<Decider> deciders;
  private final boolean failureEndsProducer;
  private final List<Told> perfect = new ArrayList<>();
  private final List<Written> log = new ArrayList<>();
  private final List<Owner> owners = new ArrayList<>();

  World(List<Asked> commands, Supplier<Decider> deciders, boolean failureEndsProducer) {
    this.commands = commands;
    this.deciders = deciders;
    this.failureEndsProducer = failureEndsProducer;
    var writer = deciders.get();
    commands.forEach(asked -> perfect.add(writer.handle(asked)));
    takeOver();
  }

  /// Who had the partition at some time; the last one has it now.
  private final class Owner {
    private final Decider decider = deciders.get();
    private final Deque<Written> onTheirWay = new ArrayDeque<>();
    private int next;

    Owner() {
      log.forEach(decider::replay);
      while (next < commands.size() && commands.get(next).offset() < decider.nextCommandOffset()) {
        next++;
      }
    }

    void decide(int count) {
      for (int i = 0; i < count && next < commands.size(); i++) {
        var told = decider.handle(commands.get(next));
        if (!told.equals(perfect.get(next))) {
          throw new BrokenLog("command %d is decided in two ways".formatted(next));
        }
        next++;
        if (told.written() != null) {
          onTheirWay.add(told.written());
        }
      }
    }

    void land(int count) {
      for (int i = 0; i < count && !onTheirWay.isEmpty(); i++) {
        log.add(onTheirWay.remove());
      }
    }

    /// The oldest append is reported as failed; it may have landed all the same.
    void fail(boolean landed) {
      var failed = onTheirWay.poll();
      if (failed == null) {
        return;
      }
      if (landed) {
        log.add(failed);
      }
      if (failureEndsProducer) {
        onTheirWay.clear();
      }
      next = commands.size();
      replaceIfCurrent();
    }

    void die() {
      onTheirWay.clear();
      next = commands.size();
      replaceIfCurrent();
    }

    private void replaceIfCurrent() {
      if (this == owners.getLast()) {
        takeOver();
      }
    }
  }

  private void takeOver() {
    owners.add(new Owner());
  }

  /// Lets one thing happen.
  void happen(Twist twist) {
    var current = owners.getLast();
    var any = owners.get(twist.owner() % owners.size());
    switch (twist.kind()) {
      case DECIDE -> current.decide(twist.count());
      case LAND -> any.land(twist.count());
      case DECIDE_LATE -> any.decide(twist.count());
      case TAKE_OVER -> takeOver();
      case FAIL -> any.fail(false);
      case FAIL_BUT_LAND -> any.fail(true);
      case DIE -> any.die();
    }
  }

  /// The owner does what is left to do, and what others have on its way lands at last.
  void end() {
    owners.getLast().decide(commands.size());
    owners.reversed().forEach(owner -> owner.land(commands.size()));
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
