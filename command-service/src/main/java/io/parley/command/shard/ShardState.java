package io.parley.command.shard;

/// Where a shard is in its life. It decides only while it is ACTIVE.
public enum ShardState {
  /// Reads its events.
  RECOVERING,
  /// Decides.
  ACTIVE,
  /// Its log could not be read, or contradicts itself; somebody has to look.
  FAILED,
  /// The partition belongs to another node now.
  CLOSED
}
