package io.parley.command.shard;

import java.nio.ByteBuffer;

/// What the snapshots of a partition cover: every event below `nextEvent` (an offset) is in them,
/// every command up to `lastCommand` (an offset, -1 for none) that left an event has its event in
/// them, and there are at least `aggregates` of them. Snapshots may know more than that; then the
/// events tell it once more, and are dropped.
record Checkpoint(long nextEvent, long lastCommand, long aggregates) {
  /// The key of the record among the snapshots, whose keys are UUIDs.
  static final String KEY = "checkpoint";

  private static final int LENGTH = 1 + 3 * Long.BYTES;

  /// Format 1: version (1 byte), then the three numbers, big-endian.
  byte[] toBytes() {
    return ByteBuffer.allocate(LENGTH)
        .put(SlotCodec.VERSION)
        .putLong(nextEvent)
        .putLong(lastCommand)
        .putLong(aggregates)
        .array();
  }

  /// Throws [ShardLost] for what this version does not know.
  static Checkpoint fromBytes(byte[] value) {
    if (value.length != LENGTH || value[0] != SlotCodec.VERSION) {
      throw ShardLost.bySnapshot(
          "a checkpoint cannot be read", new IllegalArgumentException("another version"));
    }
    var in = ByteBuffer.wrap(value).position(1);
    return new Checkpoint(in.getLong(), in.getLong(), in.getLong());
  }
}
