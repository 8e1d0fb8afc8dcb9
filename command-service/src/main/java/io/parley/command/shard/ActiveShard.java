package io.parley.command.shard;

import io.parley.command.CommandProperties;

/// What an active shard consists of.
record ActiveShard(ShardRunner runner, Checkpointer checkpointer, Recovery.Recovered recovered)
    implements AutoCloseable {
  static ActiveShard of(
      int partition,
      Recovery.Recovered recovered,
      Outbound outbound,
      CommandProperties properties,
      ShardMeters meters) {
    var runner = new ShardRunner(partition, recovered, outbound, meters);
    var checkpointer =
        new Checkpointer(recovered.shard(), runner, recovered.snapshots(), properties, meters);
    return new ActiveShard(runner, checkpointer, recovered);
  }

  @Override
  public void close() {
    recovered.close();
  }
}
