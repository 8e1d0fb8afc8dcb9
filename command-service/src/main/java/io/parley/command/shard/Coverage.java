package io.parley.command.shard;

/// Up to which offset all events of a partition are in a shard's state.
///
/// A shard knows what it read in its recovery and what it has appended since. Where the offsets of
/// its own appends leave a hole, a former owner's append has landed: an event that this shard
/// writes as well, but perhaps only later. Whoever began to read behind such an event could miss
/// it for ever, so the coverage stays before the hole until somebody has looked into it. Safe for
/// the loop's and the producer's thread.
final class Coverage {
  private long covered;
  private long end;
  private long afterHole;

  /// All events below this offset were read.
  Coverage(long recovered) {
    covered = recovered;
    end = recovered;
    afterHole = recovered;
  }

  /// From `covered` on, up to `end`, there may be events that are not in the state.
  record Range(long covered, long end) {
    boolean hasHole() {
      return covered < end;
    }

    /// Looks into the hole for a state that has the events of all commands up to `lastCommand`.
    Look look(long lastCommand) {
      return new Look(end, lastCommand);
    }
  }

  /// Is shown the events of a range, in order, until it has seen one that is not in the state.
  static final class Look {
    private final long lastCommand;
    private long known;

    private Look(long end, long lastCommand) {
      this.known = end;
      this.lastCommand = lastCommand;
    }

    /// Whether the event of that command at this offset is in the state.
    boolean knows(long offset, long command) {
      if (command > lastCommand) {
        known = offset;
        return false;
      }
      return true;
    }

    /// Everything below this offset is in the state.
    long known() {
      return known;
    }
  }

  /// An own append is in the log.
  synchronized void appended(long offset) {
    if (offset != end) {
      afterHole = offset;
    }
    end = offset + 1;
    settle();
  }

  /// Somebody has looked: everything below this is in the state.
  synchronized void known(long nextEvent) {
    covered = Math.max(covered, nextEvent);
    settle();
  }

  private void settle() {
    if (covered >= afterHole) {
      covered = end;
    }
  }

  synchronized Range range() {
    return new Range(covered, end);
  }
}
