package io.parley.query.publicroom;

import io.parley.schemas.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Finds what happened in a public room since it was last opened.
@Component
public final class PublicHistory {
  private final JdbcClient jdbc;

  PublicHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// An event by its name in the log, with the data that it has there.
  public record Happened(long seq, Instant time, String type, JsonNode data) {}

  /// The events after a sequence, oldest first, none newer than what `room` knows of.
  public List<Happened> after(PublicRoom room, long seq, int limit) {
    return jdbc.sql(
            """
            select seq, time, type, data from public_rooms.event
            where room_id = :room and seq > :seq and seq <= :newest order by seq limit :limit
            """)
        .param("room", room.roomId())
        .param("seq", seq)
        .param("newest", room.seq())
        .param("limit", limit)
        .query(PublicHistory::read)
        .list();
  }

  private static Happened read(ResultSet row, int number) throws SQLException {
    return new Happened(
        row.getLong("seq"),
        PublicRoomRow.time(row, "time"),
        row.getString("type"),
        Json.mapper().readTree(row.getString("data")));
  }
}
