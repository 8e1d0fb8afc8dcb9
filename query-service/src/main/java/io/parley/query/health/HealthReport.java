package io.parley.query.health;

import io.parley.query.health.DeliveryNodes.Node;
import io.parley.query.operations.Standing.Stop;
import java.util.List;

/// How the parts are doing.
///
/// @param logEnd how many events the log has
public record HealthReport(
    Sockets sockets, List<ProjectionState> projections, Commands commands, long logEnd) {

  /// Open sockets, of those nodes.
  public record Sockets(long total, List<Node> nodes) {
    static Sockets of(List<Node> nodes) {
      return new Sockets(nodes.stream().mapToLong(Node::sockets).sum(), nodes);
    }
  }

  /// How a projection is doing, whichever instances follow the log for it.
  ///
  /// @param state `STOPPED` where it stands in any partition, or `RUNNING`
  /// @param lag how many events it has not applied
  public record ProjectionState(String name, String state, long lag, List<Stop> stoppedAt) {
    static ProjectionState of(String name, long lag, List<Stop> stops) {
      return new ProjectionState(name, stops.isEmpty() ? "RUNNING" : "STOPPED", lag, stops);
    }
  }

  /// How many commands were not decided yet.
  public record Commands(long lag) {}
}
