package io.parley.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the command service can be told.
///
/// @param nodeId this node's name, the same after each restart; with it a restarted node gets its
///     partitions back without waiting for the session time-out
/// @param sessionTimeout after how long of silence the brokers give a node's partitions to another
/// @param maxAppendsInFlight how many events may be on their way to the log at once; beyond it the
///     shards wait
/// @param maxPollRecords how many commands are taken from Kafka at once
/// @param recoveryThreads how many partitions are recovered at the same time
/// @param hotAggregates how many aggregates each shard keeps decoded in the heap, those that were
///     needed last; the others lie encoded in the local store
/// @param stateDir where the local stores are, deleted when the process ends, or when the next one
///     starts; `parley-shards` in the directory for temporary files unless it is given
/// @param coldMemory how many MiB outside of the heap the local stores of all shards use together,
///     for caches, indexes and write buffers
/// @param checkpointEvents after how many events a shard writes its changed aggregates to the
///     snapshots; about as many are folded again at a recovery
/// @param checkpointInterval after how long it does so where there were fewer events
/// @param handOverTimeout how long a partition that goes to another node, or a node that stops,
///     waits for the appends that are on their way
/// @param nodeBeat how often this node gives a sign of life beside those of the ws-delivery nodes;
///     two of its own that are further apart than five thirds of it are an interruption
/// @param nodeSilence after how long without a sign of life a ws-delivery node is lost, and its
///     visitors leave the public rooms
@ConfigurationProperties("parley.command")
public record CommandProperties(
    @Nullable String nodeId,
    @DefaultValue("6s") Duration sessionTimeout,
    @DefaultValue("10000") int maxAppendsInFlight,
    @DefaultValue("2000") int maxPollRecords,
    @DefaultValue("4") int recoveryThreads,
    @DefaultValue("5000") int hotAggregates,
    @Nullable Path stateDir,
    @DefaultValue("128") int coldMemory,
    @DefaultValue("10000") int checkpointEvents,
    @DefaultValue("60s") Duration checkpointInterval,
    @DefaultValue("5s") Duration handOverTimeout,
    @DefaultValue("3s") Duration nodeBeat,
    @DefaultValue("15s") Duration nodeSilence) {
  private static final Pattern NODE_ID = Pattern.compile("[a-zA-Z0-9._-]{1,100}");

  /// Refuses a name that Kafka would not take, and a silence that a living node could keep.
  public CommandProperties {
    if (nodeId != null && !NODE_ID.matcher(nodeId).matches()) {
      throw new IllegalArgumentException(
          "parley.command.node-id has 1 to 100 letters, digits or . _ -");
    }
    if (hotAggregates < 1 || coldMemory < 16 || checkpointEvents < 1) {
      throw new IllegalArgumentException(
          "parley.command.hot-aggregates and checkpoint-events are at least 1, cold-memory 16");
    }
    if (!nodeBeat.isPositive() || nodeSilence.compareTo(nodeBeat.multipliedBy(2)) < 0) {
      throw new IllegalArgumentException(
          "parley.command.node-silence is at least twice parley.command.node-beat");
    }
  }

  /// Where the local stores are.
  public Path stateDirectory() {
    return stateDir == null
        ? Path.of(System.getProperty("java.io.tmpdir"), "parley-shards")
        : stateDir;
  }
}
