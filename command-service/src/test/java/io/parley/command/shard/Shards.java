package io.parley.command.shard;

/// New shards that keep all that they store in the heap.
final class Shards {
  private Shards() {}

  static Shard inHeap() {
    return inHeap(Integer.MAX_VALUE);
  }

  /// At most so many of its aggregates are decoded.
  static Shard inHeap(int maxHot) {
    return new Shard(new Slots(new HeapStore(), maxHot), -1);
  }
}
