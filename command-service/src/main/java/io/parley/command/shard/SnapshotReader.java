package io.parley.command.shard;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Puts the snapshots of a partition into a store as they are, and keeps what the newest
/// checkpoint says, and which rooms somebody is in. The newest of each aggregate counts.
final class SnapshotReader {
  private final ColdStore store;
  private final Set<UUID> somebodyIn = new HashSet<>();
  private @Nullable Checkpoint checkpoint;

  SnapshotReader(ColdStore store) {
    this.store = store;
  }

  /// Reads all of them; throws [ShardLost] for one that cannot be read.
  void read(PartitionReader snapshots, BooleanSupplier wanted) {
    snapshots.read(
        snapshots.beginning(),
        snapshots.end(),
        record -> {
          take(record.key(), record.value());
          return wanted.getAsBoolean();
        });
  }

  /// Takes the next of them.
  void take(@Nullable String key, byte @Nullable [] value) {
    if (key == null || value == null) {
      throw unreadable("a snapshot without a key, or deleted: " + key);
    }
    if (Checkpoint.KEY.equals(key)) {
      checkpoint = Checkpoint.fromBytes(value);
    } else {
      take(id(key), value);
    }
  }

  private void take(UUID id, byte[] encoded) {
    SlotCodec.check(encoded);
    store.put(id, encoded);
    if (SlotCodec.isSomebodyIn(encoded)) {
      somebodyIn.add(id);
    } else {
      somebodyIn.remove(id);
    }
  }

  private static UUID id(String key) {
    try {
      return UUID.fromString(key);
    } catch (IllegalArgumentException e) {
      throw ShardLost.bySnapshot("a snapshot of no aggregate: " + key, e);
    }
  }

  private static ShardLost unreadable(String how) {
    return ShardLost.bySnapshot(how, new IllegalStateException(how));
  }

  /// The shard of these snapshots, at most `maxHot` of it in the heap; nothing where there is no
  /// checkpoint. Throws [ShardLost] where they are fewer than the checkpoint says, or where the
  /// events do not begin and end around it.
  @Nullable Shard shard(int maxHot, long firstEvent, long endOfEvents) {
    if (checkpoint == null) {
      return null;
    }
    if (checkpoint.nextEvent() > endOfEvents || checkpoint.nextEvent() < firstEvent) {
      throw unreadable(
          "%s, but the events go from %d to %d".formatted(checkpoint, firstEvent, endOfEvents));
    }
    var slots = new Slots(store, maxHot);
    if (slots.size() < checkpoint.aggregates()) {
      throw unreadable("%s, but there are only %d".formatted(checkpoint, slots.size()));
    }
    var shard = new Shard(slots, checkpoint.lastCommand());
    somebodyIn.forEach(shard::restoreConnections);
    return shard;
  }

  /// From where on the events are not in the snapshots.
  long nextEvent() {
    return checkpoint == null ? 0 : checkpoint.nextEvent();
  }
}
