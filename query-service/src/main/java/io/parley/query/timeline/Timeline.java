package io.parley.query.timeline;

import io.parley.schemas.Json;
import io.parley.schemas.view.RoomEventView;
import io.parley.schemas.view.RoomHistory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds what happened in a room.
@Component
public final class Timeline {
  private final JdbcClient jdbc;

  Timeline(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The events after a sequence, at most as many as the limit, as somebody sees them: who sent a
  /// command sees its id, and only the staff what is for the staff.
  public RoomHistory after(UUID roomId, long seq, int limit, String viewerKey, boolean isStaff) {
    var events =
        jdbc.sql(
                """
                select seq, type, time, command_id, actor, data from timeline.event
                where room_id = :room and seq > :seq order by seq limit :limit
                """)
            .param("room", roomId)
            .param("seq", seq)
            .param("limit", limit)
            .query((row, number) -> read(row, viewerKey, isStaff))
            .list();
    long newest = newest(roomId);
    long last = events.isEmpty() ? seq : events.getLast().seq();
    return new RoomHistory(roomId, newest, last < newest, events);
  }

  private long newest(UUID roomId) {
    return jdbc.sql("select coalesce(max(seq), 0) from timeline.event where room_id = :room")
        .param("room", roomId)
        .query(Long.class)
        .single();
  }

  private static RoomEventView read(ResultSet row, String viewerKey, boolean isStaff)
      throws SQLException {
    if (!isStaff && Told.isForStaff(row.getString("type"))) {
      return new RoomEventView(
          row.getLong("seq"),
          RoomEventView.NOTED,
          time(row),
          null,
          Json.mapper().createObjectNode());
    }
    return new RoomEventView(
        row.getLong("seq"),
        row.getString("type"),
        time(row),
        viewerKey.equals(row.getString("actor")) ? row.getObject("command_id", UUID.class) : null,
        Json.mapper().readTree(row.getString("data")));
  }

  private static Instant time(ResultSet row) throws SQLException {
    return row.getObject("time", OffsetDateTime.class).toInstant();
  }
}
