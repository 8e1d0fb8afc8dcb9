package io.parley.query.publicroom;

import io.parley.query.projection.Column;
import io.parley.schemas.Json;
import io.parley.schemas.Visitor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.type.TypeReference;

/// How a member is a row of `member`.
final class RoomMemberRow {
  static final List<Column<RoomMember>> COLUMNS =
      List.of(
          Column.uuid(RoomMember::roomId),
          Column.uuid(member -> member.visitor().id()),
          Column.text(member -> member.visitor().username()),
          Column.text(member -> member.visitor().color()),
          Column.time(RoomMember::firstSeen),
          Column.time(RoomMember::joinedAt),
          Column.time(RoomMember::lastSeen),
          Column.json(member -> member.connections().stream().sorted().toList()),
          Column.flag(RoomMember::isOnline));

  static final String UPSERT =
      """
      insert into {schema}.member (room_id, visitor_id, username, color, first_seen, joined_at,
        last_seen, connections, online)
      select * from {rows}
      on conflict (room_id, visitor_id) do update set
        username = excluded.username, color = excluded.color, first_seen = excluded.first_seen,
        joined_at = excluded.joined_at, last_seen = excluded.last_seen,
        connections = excluded.connections, online = excluded.online
      """;

  static final String SELECT =
      """
      select room_id, visitor_id, username, color, first_seen, joined_at, last_seen, connections
      from {schema}.member join unnest(?::uuid[], ?::uuid[]) as k(room_id, visitor_id)
        using (room_id, visitor_id)
      """;

  private static final TypeReference<Set<UUID>> IDS = new TypeReference<>() {};

  private RoomMemberRow() {}

  static RoomMember read(ResultSet row, int number) throws SQLException {
    var joinedAt = row.getObject("joined_at", OffsetDateTime.class);
    return new RoomMember(
        row.getObject("room_id", UUID.class),
        new Visitor(
            row.getObject("visitor_id", UUID.class),
            row.getString("username"),
            row.getString("color")),
        PublicRoomRow.time(row, "first_seen"),
        joinedAt == null ? null : joinedAt.toInstant(),
        PublicRoomRow.time(row, "last_seen"),
        Json.mapper().readValue(row.getString("connections"), IDS));
  }
}
