package io.parley.command.shard;

/// This life of a shard is over: what it holds can no longer be trusted or read, and it recovers
/// from the log. Never the fault of the command that was at hand.
final class ShardLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean bySnapshot;

  private ShardLost(String how, Throwable why, boolean bySnapshot) {
    super(how, why);
    this.bySnapshot = bySnapshot;
  }

  /// The local store does not read or write.
  static ShardLost byStore(Throwable why) {
    return new ShardLost("the local store of aggregates failed", why, false);
  }

  /// An encoded aggregate does not say what it is; the next life reads the events alone.
  static ShardLost bySnapshot(String how, Throwable why) {
    return new ShardLost(how, why, true);
  }

  /// Somebody else writes the partition's snapshots now, or it is not known who does.
  static ShardLost byCheckpoint(Throwable why) {
    return new ShardLost("its snapshots can no longer be written", why, false);
  }

  boolean isBySnapshot() {
    return bySnapshot;
  }
}
