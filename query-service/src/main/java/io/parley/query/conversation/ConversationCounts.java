package io.parley.query.conversation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Counts conversations.
@Component
public final class ConversationCounts {
  private final JdbcClient jdbc;

  ConversationCounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// How things are.
  public Now now() {
    return jdbc.sql(
            """
            select count(*) as conversations, count(*) filter (where archived) as archived,
              count(*) filter (where waiting and not archived) as waiting,
              count(*) filter (where unread_vendor > 0) as unread_by_vendor,
              count(*) filter (where guest_id is not null) as by_guests
            from conversations.room
            """)
        .query(Now.class)
        .single();
  }

  /// How many conversations there are: all, put away, without an answer, with something that the
  /// vendor has not read, and begun by guests.
  public record Now(
      long conversations, long archived, long waiting, long unreadByVendor, long byGuests) {}
}
