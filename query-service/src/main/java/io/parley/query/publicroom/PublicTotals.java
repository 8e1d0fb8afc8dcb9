package io.parley.query.publicroom;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Knows how many there are of what in the whole public chat.
@Component
public final class PublicTotals {
  private static final String ONE = "select value from public_rooms.tally where name = :name";

  private static final String NOW =
      """
      select
        coalesce(max(value) filter (where name = 'rooms'), 0) as total_rooms,
        coalesce(max(value) filter (where name = 'visitors'), 0) as total_users,
        coalesce(max(value) filter (where name = 'messages'), 0) as total_messages,
        (select count(distinct visitor_id) from public_rooms.member where online) as online_users,
        (select count(*) from public_rooms.room where online_users > 0) as active_rooms
      from public_rooms.tally
      """;

  private final JdbcClient jdbc;

  PublicTotals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Hidden rooms, their messages and who is in them are counted too; who is in several rooms is
  /// one user.
  public record Totals(
      long totalRooms, long totalUsers, long totalMessages, long onlineUsers, long activeRooms) {}

  /// All of them.
  public Totals now() {
    return jdbc.sql(NOW)
        .query(
            (row, number) ->
                new Totals(
                    row.getLong("total_rooms"),
                    row.getLong("total_users"),
                    row.getLong("total_messages"),
                    row.getLong("online_users"),
                    row.getLong("active_rooms")))
        .single();
  }

  /// How many rooms are not hidden.
  public long listedRooms() {
    return one(Tally.PUBLIC_ROOMS);
  }

  /// How many messages there are.
  public long messages() {
    return one(Tally.MESSAGES);
  }

  private long one(String name) {
    return jdbc.sql(ONE).param("name", name).query(Long.class).optional().orElse(0L);
  }
}
