package io.parley.command.shard;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The aggregates of one shard: at most so many in the heap, those that were needed last, and the
/// others encoded in a [ColdStore], from where they come back when they are needed.
final class Slots implements AutoCloseable {
  // In the order in which they were needed last.
  private final LinkedHashMap<UUID, Slot> hot = new LinkedHashMap<>();
  private final Set<UUID> changedSinceStored = new HashSet<>();
  private final ColdStore store;
  private final int maxHot;
  private long total;

  /// What the store holds is there from the beginning.
  Slots(ColdStore store, int maxHot) {
    this.store = store;
    this.maxHot = maxHot;
    this.total = store.count();
  }

  @Nullable Slot find(UUID id) {
    var slot = hot.get(id);
    if (slot != null) {
      hot.putLast(id, slot);
      return slot;
    }
    if (total == hot.size()) {
      return null;
    }
    byte[] encoded = store.get(id);
    return encoded == null ? null : heat(id, SlotCodec.decode(encoded));
  }

  private Slot heat(UUID id, Slot slot) {
    hot.put(id, slot);
    if (hot.size() > maxHot) {
      cool();
    }
    return slot;
  }

  private void cool() {
    var eldest = Objects.requireNonNull(hot.firstEntry());
    if (changedSinceStored.remove(eldest.getKey())) {
      store.put(eldest.getKey(), encoded(eldest.getValue()));
    }
    hot.remove(eldest.getKey());
  }

  /// This one was found, or is new, and has had an event.
  void changed(UUID id, Slot slot) {
    changedSinceStored.add(id);
    if (hot.get(id) == null) {
      total++;
      var _ = heat(id, slot);
    }
  }

  /// An aggregate as it is now; it does not come into the heap for that.
  byte[] encoded(UUID id) {
    var slot = hot.get(id);
    return slot == null ? Objects.requireNonNull(store.get(id)) : encoded(slot);
  }

  /// What cannot be encoded is never the fault of the command that was at hand.
  private static byte[] encoded(Slot slot) {
    try {
      return SlotCodec.encode(slot);
    } catch (RuntimeException e) {
      throw ShardLost.byStore(e);
    }
  }

  long size() {
    return total;
  }

  int hot() {
    return hot.size();
  }

  @Override
  public void close() {
    hot.clear();
    store.close();
  }
}
