package io.parley.command.shard;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a shard keeps encoded aggregates that it does not need at the moment. Not the truth:
/// filled anew in each life of the shard, and gone with it. What fails throws [ShardLost]. One
/// thread at a time.
interface ColdStore extends AutoCloseable {
  /// The aggregate as it was put last.
  byte @Nullable [] get(UUID id);

  /// Keeps it, in the place of what was kept of it before.
  void put(UUID id, byte[] encoded);

  /// How many aggregates are kept, counted one by one.
  long count();

  /// Forgets everything and gives all it took back.
  @Override
  void close();
}
