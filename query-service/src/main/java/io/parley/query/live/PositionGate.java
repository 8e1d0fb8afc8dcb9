package io.parley.query.live;

import io.parley.edge.TopicProperties;
import io.parley.edge.problem.Problem;
import io.parley.query.QueryProperties;
import io.parley.query.live.Reach.Answer;
import io.parley.schemas.LogPosition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lets a query wait until the read models that it reads have seen a place in the log, so that
/// whoever wrote something reads it again, from whichever instance.
@Component
public final class PositionGate {
  private static final int RETRY_AFTER_SECONDS = 1;
  private static final int RETRY_AFTER_SECONDS_WHEN_STOPPED = 30;

  private final Reach reach;
  private final int partitions;
  private final QueryProperties properties;

  PositionGate(Reach reach, TopicProperties topics, QueryProperties properties) {
    this.reach = reach;
    this.partitions = topics.partitions();
    this.properties = properties;
  }

  /// Waits for what the header `Chat-Position` says, if there is one, in each of these
  /// projections. Throws the problems `position_invalid` and, when it takes too long or a
  /// projection cannot go on before it is there, `projection_behind`.
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
      throw behind(RETRY_AFTER_SECONDS);
    }
  }

  private boolean reached(LogPosition position, Collection<String> projections) {
    var end = Map.of(position.partition(), position.offset() + 1);
    boolean all = true;
    for (String projection : projections) {
      switch (reach.of(projection, end)) {
        case Answer.REACHED -> {}
        case Answer.BEHIND -> all = false;
        case Answer.STOPPED -> throw behind(RETRY_AFTER_SECONDS_WHEN_STOPPED);
      }
    }
    return all;
  }

  private static Problem behind(int retryAfterSeconds) {
    return Problem.unavailable(
        "projection_behind",
        "What you wrote is kept, but cannot be read yet: try again.",
        retryAfterSeconds);
  }
}
