package io.parley.query.publicroom;

import io.parley.query.projection.Column;
import io.parley.schemas.Visitor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A visitor as it has introduced itself, first and last.
record KnownVisitor(Visitor visitor, Instant createdAt, Instant introducedAt) {
  static final String SELECT = "select * from {schema}.visitor where visitor_id = any(?)";

  static final String UPSERT =
      """
      insert into {schema}.visitor (visitor_id, username, color, created_at, introduced_at)
      select * from {rows}
      on conflict (visitor_id) do update set
        username = excluded.username, color = excluded.color,
        introduced_at = excluded.introduced_at
      """;

  static final List<Column<KnownVisitor>> COLUMNS =
      List.of(
          Column.uuid(known -> known.visitor().id()),
          Column.text(known -> known.visitor().username()),
          Column.text(known -> known.visitor().color()),
          Column.time(KnownVisitor::createdAt),
          Column.time(KnownVisitor::introducedAt));

  static KnownVisitor read(ResultSet row, int number) throws SQLException {
    return new KnownVisitor(
        new Visitor(
            row.getObject("visitor_id", UUID.class),
            row.getString("username"),
            row.getString("color")),
        PublicRoomRow.time(row, "created_at"),
        PublicRoomRow.time(row, "introduced_at"));
  }
}
