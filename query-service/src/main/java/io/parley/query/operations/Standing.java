package io.parley.query.operations;

import io.parley.query.projection.Schema;
import io.parley.schemas.LogPosition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// Where projections cannot go on, on whichever instance, and what operators decided about it.
@Component
public final class Standing {
  private static final String STOPS =
      """
      select s.partition, s.record_offset, s.reason, s.since
      from public.projection_stop s
      join {schema}.position p on p.partition = s.partition and p.next_offset = s.record_offset
      where s.projection = :projection order by s.partition
      """;

  private static final String SKIPS =
      """
      select partition, record_offset, reason, problem, asked_at, taken_at
      from public.projection_skip where projection = :projection order by asked_at
      """;

  private static final String SKIP =
      """
      insert into public.projection_skip (projection, partition, record_offset, reason, problem)
      select s.projection, s.partition, s.record_offset, :reason, s.reason
      from public.projection_stop s
      join {schema}.position p on p.partition = s.partition and p.next_offset = s.record_offset
      where s.projection = :projection and s.partition = :partition and s.record_offset = :offset
      on conflict do nothing
      """;

  private final JdbcClient jdbc;

  Standing(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A record at which a projection stands.
  @JsonNaming(SnakeCaseStrategy.class)
  public record Stop(String position, String reason, Instant since) {}

  /// A record that a projection passes over.
  @JsonNaming(SnakeCaseStrategy.class)
  record Skip(
      String position, String reason, String problem, Instant askedAt, @Nullable Instant takenAt) {}

  /// The records at which a projection stands.
  public List<Stop> stops(String projection) {
    return jdbc.sql(new Schema(projection).sql(STOPS))
        .param("projection", projection)
        .query((row, number) -> new Stop(position(row), row.getString(3), time(row, 4)))
        .list();
  }

  List<Skip> skips(String projection) {
    return jdbc.sql(SKIPS)
        .param("projection", projection)
        .query(
            (row, number) ->
                new Skip(
                    position(row),
                    row.getString(3),
                    row.getString(4),
                    time(row, 5),
                    row.getObject(6) == null ? null : time(row, 6)))
        .list();
  }

  /// Decides that the projection passes over this record, if it stands there. Says whether that is
  /// decided now.
  boolean skip(String projection, LogPosition position, String reason) {
    jdbc.sql(new Schema(projection).sql(SKIP))
        .param("projection", projection)
        .param("partition", position.partition())
        .param("offset", position.offset())
        .param("reason", reason)
        .update();
    return skips(projection).stream().anyMatch(skip -> skip.position().equals(position.toString()));
  }

  private static String position(ResultSet row) throws SQLException {
    return new LogPosition(row.getInt(1), row.getLong(2)).toString();
  }

  private static Instant time(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
