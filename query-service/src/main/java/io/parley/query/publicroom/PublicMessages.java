package io.parley.query.publicroom;

import io.parley.query.Names;
import io.parley.schemas.MessageType;
import io.parley.schemas.PublicTime;
import io.parley.schemas.view.PublicMessageView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds messages of public rooms, each with its sender as it is now in that room. All lists have
/// the newest first.
@Component
public final class PublicMessages {
  /// Which ones is said by `{which}`, a query of ids that an index answers alone; only then are
  /// these few read.
  private static final String THESE =
      "select m.*, "
          + VisitorRow.NAMES
          + """
           from ({which}) which
          join public_rooms.message m using (room_id, seq)
          join public_rooms.member p on p.room_id = m.room_id and p.visitor_id = m.visitor_id
          left join public_rooms.visitor v on v.visitor_id = m.visitor_id
          order by m.sent_at desc, m.room_id desc, m.seq desc
          """;

  private static final String ALL =
      these(
          """
          select room_id, seq from public_rooms.message
          order by sent_at desc, room_id desc, seq desc offset :offset limit :limit
          """);
  private static final String OF_ROOM =
      these(
          """
          select room_id, seq from public_rooms.message where room_id = :room
          order by seq desc offset :offset limit :limit
          """);
  private static final String BEFORE =
      these(
          """
          select room_id, seq from public_rooms.message
          where room_id = :room and seq < :before and seq > :after order by seq desc limit :limit
          """);
  private static final String AFTER =
      these(
          """
          select room_id, seq from public_rooms.message
          where room_id = :room and seq > :after order by seq limit :limit
          """);
  private static final String ONE =
      these("select room_id, seq from public_rooms.message where id = :id");

  private final JdbcClient jdbc;

  PublicMessages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private static String these(String which) {
    return THESE.replace("{which}", which);
  }

  /// One message.
  public Optional<PublicMessageView> find(UUID id) {
    return jdbc.sql(ONE).param("id", id).query(PublicMessages::read).optional();
  }

  /// Some of all rooms' messages.
  public List<PublicMessageView> page(long offset, int limit) {
    return jdbc.sql(ALL)
        .param("offset", offset)
        .param("limit", limit)
        .query(PublicMessages::read)
        .list();
  }

  /// Some of a room's messages.
  public List<PublicMessageView> page(UUID roomId, long offset, int limit) {
    return jdbc.sql(OF_ROOM)
        .param("room", roomId)
        .param("offset", offset)
        .param("limit", limit)
        .query(PublicMessages::read)
        .list();
  }

  /// The newest of a room's messages that lie between these sequences, both left out.
  public List<PublicMessageView> before(UUID roomId, long before, long after, int limit) {
    return jdbc.sql(BEFORE)
        .param("room", roomId)
        .param("before", before)
        .param("after", after)
        .param("limit", limit)
        .query(PublicMessages::read)
        .list();
  }

  /// The oldest of a room's messages that come after a sequence.
  public List<PublicMessageView> after(UUID roomId, long after, int limit) {
    return jdbc.sql(AFTER)
        .param("room", roomId)
        .param("after", after)
        .param("limit", limit)
        .query(PublicMessages::read)
        .list();
  }

  private static PublicMessageView read(ResultSet row, int number) throws SQLException {
    return new PublicMessageView(
        row.getObject("id", UUID.class),
        VisitorRow.read(row),
        row.getString("content"),
        Names.read(MessageType.class, row.getString("message_type")),
        row.getString("file_url"),
        PublicTime.dhaka(PublicRoomRow.time(row, "sent_at")),
        row.getLong("seq"));
  }
}
