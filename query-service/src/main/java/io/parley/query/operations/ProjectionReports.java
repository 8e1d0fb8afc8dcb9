package io.parley.query.operations;

import io.parley.query.fresh.Outdated;
import io.parley.query.fresh.Rebuilds;
import io.parley.query.live.ProjectionStates;
import io.parley.query.live.StoredPositions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// Gathers what there is to say of projections.
@Component
final class ProjectionReports {
  private final ProjectionStates states;
  private final StoredPositions positions;
  private final Standing standing;
  private final Outdated outdated;
  private final Rebuilds rebuilds;

  ProjectionReports(
      ProjectionStates states,
      StoredPositions positions,
      Standing standing,
      Outdated outdated,
      Rebuilds rebuilds) {
    this.states = states;
    this.positions = positions;
    this.standing = standing;
    this.outdated = outdated;
    this.rebuilds = rebuilds;
  }

  Map<String, ProjectionReport> all() {
    var all = new TreeMap<String, ProjectionReport>();
    states.names().forEach(name -> of(name).ifPresent(report -> all.put(name, report)));
    return all;
  }

  boolean has(String name) {
    return states.names().contains(name);
  }

  Optional<ProjectionReport> of(String name) {
    return states.of(name).map(doing -> report(name, doing));
  }

  private ProjectionReport report(String name, ProjectionStates.Doing doing) {
    var stored = new TreeMap<Integer, Long>();
    positions.of(name).forEach((partition, at) -> stored.put(partition, at.next()));
    return new ProjectionReport(
        doing.state(),
        doing.reason(),
        List.copyOf(new TreeMap<>(doing.positions()).keySet()),
        doing.lag().isPresent() ? (Long) (long) doing.lag().getAsDouble() : null,
        stored,
        standing.stops(name),
        standing.skips(name),
        outdated.reasons(name),
        rebuilds.status(name));
  }
}
