package io.parley.query.publicroom;

import io.parley.query.projection.Column;
import io.parley.schemas.PublicRoomSettings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/// How a public room is a row of `room`.
final class PublicRoomRow {
  static final String NAMES =
      """
      room_id, name, description, is_public, max_users, seq, online_users, total_messages, \
      created_at, updated_at\
      """;

  static final List<Column<PublicRoom>> COLUMNS =
      List.of(
          Column.uuid(PublicRoom::roomId),
          Column.text(room -> room.settings().name()),
          Column.text(room -> room.settings().description()),
          Column.flag(room -> room.settings().isPublic()),
          Column.number(room -> (long) room.settings().maxUsers()),
          Column.number(PublicRoom::seq),
          Column.number(PublicRoom::onlineUsers),
          Column.number(PublicRoom::totalMessages),
          Column.time(PublicRoom::createdAt),
          Column.time(PublicRoom::updatedAt));

  static final String UPSERT =
      """
      insert into {schema}.room (%s) select * from {rows}
      on conflict (room_id) do update set
        name = excluded.name, description = excluded.description,
        is_public = excluded.is_public, max_users = excluded.max_users, seq = excluded.seq,
        online_users = excluded.online_users, total_messages = excluded.total_messages,
        created_at = excluded.created_at, updated_at = excluded.updated_at
      """
          .formatted(NAMES);

  private PublicRoomRow() {}

  static PublicRoom read(ResultSet row, int number) throws SQLException {
    return new PublicRoom(
        row.getObject("room_id", UUID.class),
        new PublicRoomSettings(
            row.getString("name"),
            row.getString("description"),
            row.getBoolean("is_public"),
            row.getInt("max_users")),
        row.getLong("seq"),
        row.getLong("online_users"),
        row.getLong("total_messages"),
        time(row, "created_at"),
        time(row, "updated_at"));
  }

  static Instant time(ResultSet row, String name) throws SQLException {
    return row.getObject(name, OffsetDateTime.class).toInstant();
  }
}
