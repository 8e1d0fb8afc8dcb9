package io.parley.query.health;

import io.parley.edge.problem.Problem;
import io.parley.query.health.HealthReport.Commands;
import io.parley.query.health.HealthReport.ProjectionState;
import io.parley.query.health.HealthReport.Sockets;
import io.parley.query.live.LogEnd;
import io.parley.query.live.ProjectionStates;
import io.parley.query.live.StoredPositions;
import io.parley.query.live.StoredPositions.Stored;
import io.parley.query.operations.Standing;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds out how the parts are doing.
@Component
public final class HealthReports {
  private static final long PATIENCE_MS = 2_000;

  private final DeliveryNodes nodes;
  private final CommandsLag commands;
  private final LogEnd log;
  private final ProjectionStates projections;
  private final StoredPositions positions;
  private final Standing standing;

  HealthReports(
      DeliveryNodes nodes,
      CommandsLag commands,
      LogEnd log,
      ProjectionStates projections,
      StoredPositions positions,
      Standing standing) {
    this.nodes = nodes;
    this.commands = commands;
    this.log = log;
    this.projections = projections;
    this.positions = positions;
    this.standing = standing;
  }

  /// As of now; the problem `unavailable` when Kafka does not say.
  public HealthReport now() {
    try {
      var ends = log.now().get(PATIENCE_MS, TimeUnit.MILLISECONDS);
      return new HealthReport(
          Sockets.of(nodes.now()),
          projections.names().stream().sorted().map(name -> projection(name, ends)).toList(),
          new Commands(commands.now()),
          ends.values().stream().mapToLong(Long::longValue).sum());
    } catch (ExecutionException | TimeoutException e) {
      throw Problem.unavailable("unavailable", "Kafka does not answer.", 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.unavailable("unavailable", "This server stops.", 1);
    }
  }

  private ProjectionState projection(String name, Map<Integer, Long> ends) {
    var stored = positions.of(name);
    long lag =
        ends.entrySet().stream()
            .mapToLong(end -> end.getValue() - next(stored.get(end.getKey())))
            .filter(behind -> behind > 0)
            .sum();
    return ProjectionState.of(name, lag, standing.stops(name));
  }

  private static long next(@Nullable Stored stored) {
    return stored == null ? 0 : stored.next();
  }
}
