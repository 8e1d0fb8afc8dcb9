package io.parley.query.conversation;

import io.parley.schemas.MarketplaceId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds conversations. Lists have the newest activity first.
@Component
public final class Conversations {
  static final String ALL = "select " + ConversationRow.NAMES + " from conversations.room ";
  static final String ORDER = " order by updated_at desc, room_id desc ";

  private final JdbcClient jdbc;

  Conversations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One conversation.
  public Optional<Conversation> find(UUID roomId) {
    return jdbc.sql(ALL + "where room_id = :id")
        .param("id", roomId)
        .query(ConversationRow::read)
        .optional();
  }

  /// Those that somebody takes part in with one of these roles, and those of a vendor; at most as
  /// many as the limit, from the cursor on.
  public List<Conversation> of(
      String personKey,
      Collection<String> roles,
      @Nullable MarketplaceId vendor,
      Cursor from,
      int limit) {
    return jdbc.sql(MINE)
        .param("key", personKey)
        .param("roles", List.copyOf(roles))
        .param("vendor", vendor == null ? null : vendor.value())
        .param("time", from.updatedAt().toString())
        .param("room", from.roomId())
        .param("limit", limit)
        .query(ConversationRow::read)
        .list();
  }

  private static final String MINE =
      ALL
          + """
          where room_id in (
            (select r.room_id from conversations.membership m
               join conversations.room r using (room_id)
             where m.key = :key and m.role in (:roles)
               and (r.updated_at, r.room_id) < (:time::timestamptz, :room)
             order by r.updated_at desc, r.room_id desc limit :limit)
            union
            (select r.room_id from conversations.room r
             where r.vendor_id = :vendor
               and (r.updated_at, r.room_id) < (:time::timestamptz, :room)
             order by r.updated_at desc, r.room_id desc limit :limit)
          )
          """
          + ORDER
          + "limit :limit";

  /// These conversations, as far as they are there.
  public List<Conversation> all(Collection<UUID> rooms) {
    return rooms.isEmpty()
        ? List.of()
        : jdbc.sql(ALL + "where room_id in (:rooms)" + ORDER)
            .param("rooms", List.copyOf(rooms))
            .query(ConversationRow::read)
            .list();
  }
}
