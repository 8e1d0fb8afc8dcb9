package io.parley.query.live;

import io.parley.edge.TopicProperties;
import io.parley.edge.problem.Problem;
import io.parley.query.QueryProperties;
import io.parley.schemas.LogPosition;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lets a query wait until the read models that it reads have seen a place in the log, so that
/// whoever wrote something reads it again.
@Component
public final class PositionGate {
  private static final int RETRY_AFTER_SECONDS = 1;

  private final JdbcClient jdbc;
  private final int partitions;
  private final QueryProperties properties;

  PositionGate(JdbcClient jdbc, TopicProperties topics, QueryProperties properties) {
    this.jdbc = jdbc;
    this.partitions = topics.partitions();
    this.properties = properties;
  }

  /// Waits for what the header `Chat-Position` says, if there is one, in each of these
  /// projections. Throws the problems `position_invalid` and, when it takes too long,
  /// `projection_behind`.
  public void await(@Nullable String header, Collection<String> projections) {
    if (header != null) {
      parse(header).forEach(position -> await(position, projections));
    }
  }

  private List<LogPosition> parse(String header) {
    var positions = LogPosition.parseAll(header);
    if (positions.isEmpty() || positions.stream().anyMatch(p -> p.partition() >= partitions)) {
      throw Problem.badRequest(
          "position_invalid",
          LogPosition.HEADER + " is <partition>-<offset>, as a command answered it.");
    }
    return positions;
  }

  private void await(LogPosition position, Collection<String> projections) {
    if (position.offset() >= 0
        && !Patience.until(properties.positionWait(), () -> reached(position, projections))) {
      throw Problem.unavailable(
          "projection_behind",
          "What you wrote is kept, but cannot be read yet: try again.",
          RETRY_AFTER_SECONDS);
    }
  }

  private boolean reached(LogPosition position, Collection<String> projections) {
    String sql =
        projections.stream()
            .map(schema -> "select next_offset from " + schema + ".position where partition = :p")
            .collect(Collectors.joining(" union all "));
    var offsets = jdbc.sql(sql).param("p", position.partition()).query(Long.class).list();
    return offsets.size() == projections.size()
        && offsets.stream().allMatch(next -> next > position.offset());
  }
}
