package io.parley.query.publicroom;

import io.parley.schemas.PublicTime;
import io.parley.schemas.view.VisitorView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/// A member of a room as it is shown: under its name there, and what is known of it otherwise.
final class VisitorRow {
  /// Of `member p left join visitor v`.
  static final String NAMES =
      """
      p.visitor_id, p.username, p.color, p.online,
      greatest(p.last_seen, v.introduced_at) as last_seen,
      coalesce(v.created_at, p.first_seen) as visitor_created_at\
      """;

  private VisitorRow() {}

  static VisitorView read(ResultSet row) throws SQLException {
    return new VisitorView(
        row.getObject("visitor_id", UUID.class),
        row.getString("username"),
        row.getString("color"),
        row.getBoolean("online"),
        PublicTime.dhaka(PublicRoomRow.time(row, "last_seen")),
        PublicTime.dhaka(PublicRoomRow.time(row, "visitor_created_at")));
  }
}
