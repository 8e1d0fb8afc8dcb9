package io.parley.query.publicroom;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds public rooms. Lists have those only that are not hidden.
@Component
public final class PublicRooms {
  private static final String ALL = "select " + PublicRoomRow.NAMES + " from public_rooms.room ";

  private final JdbcClient jdbc;

  PublicRooms(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// One room, hidden or not.
  public Optional<PublicRoom> find(UUID roomId) {
    return jdbc.sql(ALL + "where room_id = :id")
        .param("id", roomId)
        .query(PublicRoomRow::read)
        .optional();
  }

  /// One room that is not hidden.
  public Optional<PublicRoom> findListed(UUID roomId) {
    return find(roomId).filter(room -> room.settings().isPublic());
  }

  /// Some of them, the newest first.
  public List<PublicRoom> newest(long offset, int limit) {
    return jdbc.sql(
            ALL
                + """
                where is_public order by created_at desc, room_id desc
                offset :offset limit :limit
                """)
        .param("offset", offset)
        .param("limit", limit)
        .query(PublicRoomRow::read)
        .list();
  }

  /// Those with the most visitors, then the newest.
  public List<PublicRoom> busiest(int limit) {
    return jdbc.sql(
            ALL
                + """
                where is_public order by online_users desc, created_at desc, room_id desc
                limit :limit
                """)
        .param("limit", limit)
        .query(PublicRoomRow::read)
        .list();
  }
}
