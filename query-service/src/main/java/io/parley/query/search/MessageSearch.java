package io.parley.query.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds the messages in which all words are, in conversations and in public rooms, the newest
/// first.
@Component
public final class MessageSearch {
  private final JdbcClient jdbc;

  MessageSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Where to search. A public room has no vendor and nothing of the like: a filter that asks for
  /// that leaves them all out. The filter's time is that of the messages.
  ///
  /// @param conversations whether in conversations
  /// @param publicRooms whether in public rooms
  /// @param room only in this one; null for all
  public record Where(
      boolean conversations, boolean publicRooms, RoomFilter filter, @Nullable UUID room) {}

  /// How many there are.
  public long count(List<String> words, Where where) {
    var query = MessageQuery.of(words, where);
    return jdbc.sql(query.count()).params(query.parameters()).query(Long.class).single();
  }

  /// A page of them.
  public List<FoundMessage> page(List<String> words, Where where, long offset, int limit) {
    var query = MessageQuery.of(words, where);
    return jdbc.sql(query.page())
        .params(query.parameters())
        .param("offset", offset)
        .param("limit", limit)
        .query(FoundMessage::read)
        .list();
  }
}
