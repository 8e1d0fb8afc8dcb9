package io.parley.query.oversight;

import io.parley.query.oversight.Report.By;
import io.parley.schemas.Json;
import io.parley.schemas.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds reports.
@Component
public final class Reports {
  private final JdbcClient jdbc;

  Reports(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The reports of a conversation, the newest first, at most as many as the limit.
  public List<Report> of(UUID roomId, int limit) {
    return jdbc.sql(
            "select * from oversight.report where room_id = :room order by seq desc limit :limit")
        .param("room", roomId)
        .param("limit", limit)
        .query((row, number) -> read(row))
        .list();
  }

  private static Report read(ResultSet row) throws SQLException {
    return new Report(
        By.of(read(row.getString("reported_by"))),
        row.getString("reason"),
        row.getObject("message_id", UUID.class),
        Objects.requireNonNull(time(row, "reported_at")),
        time(row, "closed_at"),
        name(row.getString("closed_by")));
  }

  private static @Nullable String name(@Nullable String person) {
    return person == null ? null : read(person).username();
  }

  private static Person read(String person) {
    return Json.mapper().readValue(person, Person.class);
  }

  private static @Nullable Instant time(ResultSet row, String name) throws SQLException {
    var time = row.getObject(name, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /// How many open ones there are of each of these conversations; none of those that have none.
  public Map<UUID, Long> open(Collection<UUID> rooms) {
    var open = new HashMap<UUID, Long>();
    jdbc.sql(
            """
            select room_id, count(*) from oversight.report
            where room_id = any(:rooms) and closed_at is null group by room_id
            """)
        .param("rooms", rooms.toArray(UUID[]::new))
        .query(
            row -> {
              open.put(row.getObject(1, UUID.class), row.getLong(2));
            });
    return open;
  }
}
