package io.parley.delivery.session;

import io.parley.schemas.LogPosition;
import java.util.UUID;

/// Where this node is in the log.
public interface LogPositions {
  /// The last place of the aggregate's partition that this node has taken up: every later event is
  /// shown to whoever was subscribed before this was asked. Throws a
  /// [io.parley.edge.problem.Problem] while the tail is not running.
  LogPosition passed(UUID aggregate);

  /// The last place of the aggregate's partition that is written at all. Throws a
  /// [io.parley.edge.problem.Problem] when Kafka does not answer in time.
  LogPosition newest(UUID aggregate);
}
