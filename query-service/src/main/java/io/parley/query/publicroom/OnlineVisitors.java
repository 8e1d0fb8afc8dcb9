package io.parley.query.publicroom;

import io.parley.schemas.view.VisitorView;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds who is in a room.
@Component
public final class OnlineVisitors {
  private static final String IN =
      "select "
          + VisitorRow.NAMES
          + """
           from public_rooms.member p left join public_rooms.visitor v using (visitor_id)
          where p.room_id = :room and p.online
          order by p.joined_at desc, p.visitor_id desc
          """;

  private final JdbcClient jdbc;

  OnlineVisitors(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Who is in, each once, those who came last first.
  public List<VisitorView> in(UUID roomId) {
    return jdbc.sql(IN).param("room", roomId).query((row, n) -> VisitorRow.read(row)).list();
  }
}
