package io.parley.command;

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
    @DefaultValue("2") int recoveryThreads,
    @DefaultValue("3s") Duration nodeBeat,
    @DefaultValue("15s") Duration nodeSilence) {
  private static final Pattern NODE_ID = Pattern.compile("[a-zA-Z0-9._-]{1,100}");

  /// Refuses a name that Kafka would not take, and a silence that a living node could keep.
  public CommandProperties {
    if (nodeId != null && !NODE_ID.matcher(nodeId).matches()) {
      throw new IllegalArgumentException(
          "parley.command.node-id has 1 to 100 letters, digits or . _ -");
    }
    if (!nodeBeat.isPositive() || nodeSilence.compareTo(nodeBeat.multipliedBy(2)) < 0) {
      throw new IllegalArgumentException(
          "parley.command.node-silence is at least twice parley.command.node-beat");
    }
  }
}
