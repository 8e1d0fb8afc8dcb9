package io.parley.command.shard;

import java.util.Iterator;
import java.util.Set;
import java.util.UUID;

/// A checkpoint in the making: the aggregates that had changed when it began, encoded one after
/// the other while the shard goes on. Each as it is when its turn comes, so some know more than
/// the checkpoint says.
final class Capture {
  private final Set<UUID> changed;
  private final Iterator<UUID> left;
  private final Slots slots;
  private final long lastCommand;
  private final long aggregates;

  Capture(Set<UUID> changed, Slots slots, long lastCommand) {
    this.changed = changed;
    this.left = changed.iterator();
    this.slots = slots;
    this.lastCommand = lastCommand;
    this.aggregates = slots.size();
  }

  /// One aggregate of it.
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Snapshot(UUID id, byte[] encoded) {}

  boolean isComplete() {
    return !left.hasNext();
  }

  Snapshot next() {
    var id = left.next();
    return new Snapshot(id, slots.encoded(id));
  }

  Set<UUID> changed() {
    return changed;
  }

  /// The last command that left an event before this began.
  long lastCommand() {
    return lastCommand;
  }

  /// The checkpoint of it all.
  Checkpoint checkpoint(long nextEvent) {
    return new Checkpoint(nextEvent, lastCommand, aggregates);
  }
}
