package io.parley.command.shard;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Puts the snapshots of a partition into a store as they are, and keeps what the newest
/// checkpoint says, and which rooms somebody is in. The newest of each aggregate counts.
final class SnapshotReader {
  private final ColdStore store;
  private final Set<UUID> somebodyIn = new HashSet<>();
  private final Set<String> damaged = new HashSet<>();
  private @Nullable Checkpoint checkpoint;

  SnapshotReader(ColdStore store) {
    this.store = store;
  }

  /// Reads all of them.
  void read(PartitionReader snapshots, BooleanSupplier wanted) {
    snapshots.read(
        snapshots.beginning(),
        snapshots.end(),
        record -> {
          take(record.key(), record.value());
          return wanted.getAsBoolean();
        });
  }

  /// Takes the next of them. One that cannot be read does no harm when a newer one follows.
  void take(@Nullable String key, byte @Nullable [] value) {
    try {
      read(Objects.requireNonNull(key), Objects.requireNonNull(value));
      damaged.remove(key);
    } catch (ShardLost e) {
      if (!e.isBySnapshot()) {
        throw e;
      }
      damaged.add(String.valueOf(key));
    } catch (NullPointerException | IllegalArgumentException e) {
      damaged.add(String.valueOf(key));
    }
  }

  private void read(String key, byte[] value) {
    if (Checkpoint.KEY.equals(key)) {
      checkpoint = Checkpoint.fromBytes(value);
      return;
    }
    var id = UUID.fromString(key);
    SlotCodec.check(value);
    store.put(id, value);
    if (SlotCodec.isSomebodyIn(value)) {
      somebodyIn.add(id);
    } else {
      somebodyIn.remove(id);
    }
  }

  /// The shard of these snapshots, at most `maxHot` of it in the heap; nothing where there is no
  /// checkpoint. Throws [ShardLost] where some cannot be read, where they are fewer than the
  /// checkpoint says, or where the events do not begin and end around it.
  @Nullable Shard shard(int maxHot, long firstEvent, long endOfEvents) {
    if (!damaged.isEmpty()) {
      throw useless(
          "%d snapshots cannot be read, one of them of %s"
              .formatted(damaged.size(), damaged.iterator().next()));
    }
    if (checkpoint == null) {
      return null;
    }
    if (checkpoint.nextEvent() > endOfEvents || checkpoint.nextEvent() < firstEvent) {
      throw useless(
          "%s, but the events go from %d to %d".formatted(checkpoint, firstEvent, endOfEvents));
    }
    var slots = new Slots(store, maxHot);
    if (slots.size() < checkpoint.aggregates()) {
      throw useless("%s, but there are only %d".formatted(checkpoint, slots.size()));
    }
    var shard = new Shard(slots, checkpoint.lastCommand());
    somebodyIn.forEach(shard::restoreConnections);
    return shard;
  }

  private static ShardLost useless(String how) {
    return ShardLost.bySnapshot(how, new IllegalStateException(how));
  }

  /// From where on the events are not in the snapshots.
  long nextEvent() {
    return checkpoint == null ? 0 : checkpoint.nextEvent();
  }
}
