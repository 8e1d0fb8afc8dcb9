package io.parley.command.shard;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Encoded aggregates in the heap, for shards that are small.
final class HeapStore implements ColdStore {
  private final Map<UUID, byte[]> aggregates = new HashMap<>();

  @Override
  public byte @Nullable [] get(UUID id) {
    return aggregates.get(id);
  }

  @Override
  public void put(UUID id, byte[] encoded) {
    aggregates.put(id, encoded);
  }

  @Override
  public long count() {
    return aggregates.size();
  }

  @Override
  public void close() {
    aggregates.clear();
  }
}
