package io.parley.query.message;

import io.parley.query.Names;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.MessageType;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds messages of a room.
@Component
public final class Messages {
  private static final String OF_ROOM = "select * from messages.message where room_id = :room ";

  private final JdbcClient jdbc;

  Messages(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// How many there are.
  public long count(UUID roomId) {
    return jdbc.sql("select count(*) from messages.message where room_id = :room")
        .param("room", roomId)
        .query(Long.class)
        .single();
  }

  /// A page of them, newest first.
  public List<StoredMessage> page(UUID roomId, long offset, int limit) {
    return jdbc.sql(OF_ROOM + "order by seq desc offset :offset limit :limit")
        .param("room", roomId)
        .param("offset", offset)
        .param("limit", limit)
        .query(Messages::read)
        .list();
  }

  /// Those after a sequence, oldest first.
  public List<StoredMessage> after(UUID roomId, long seq, int limit) {
    return keyset(OF_ROOM + "and seq > :seq order by seq limit :limit", roomId, seq, limit);
  }

  /// Those before a sequence, newest first.
  public List<StoredMessage> before(UUID roomId, long seq, int limit) {
    return keyset(OF_ROOM + "and seq < :seq order by seq desc limit :limit", roomId, seq, limit);
  }

  private List<StoredMessage> keyset(String sql, UUID roomId, long seq, int limit) {
    return jdbc.sql(sql)
        .param("room", roomId)
        .param("seq", seq)
        .param("limit", limit)
        .query(Messages::read)
        .list();
  }

  private static StoredMessage read(ResultSet row, int number) throws SQLException {
    return new StoredMessage(
        row.getObject("id", UUID.class),
        row.getObject("room_id", UUID.class),
        row.getLong("seq"),
        sender(row),
        row.getString("content"),
        Names.read(MessageType.class, row.getString("type")),
        row.getString("file_url"),
        time(row, "read_at"),
        time(row, "edited_at"),
        row.getBoolean("deleted"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("command_id", UUID.class));
  }

  private static Person sender(ResultSet row) throws SQLException {
    String account = row.getString("account_id");
    return new Person(
        Names.read(ParticipantRole.class, row.getString("role")),
        account == null ? null : new MarketplaceId(account),
        row.getObject("guest_id", UUID.class),
        row.getString("username"));
  }

  private static @Nullable Instant time(ResultSet row, String name) throws SQLException {
    var time = row.getObject(name, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
