package io.parley.query.canned;

import io.parley.schemas.MarketplaceId;
import io.parley.schemas.view.CannedReplyView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Finds the answers that a vendor keeps ready.
@Component
public final class CannedReplies {
  private final JdbcClient jdbc;

  CannedReplies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// All of a vendor's, by shortcut.
  public List<CannedReplyView> of(MarketplaceId vendor) {
    return jdbc.sql("select * from replies.reply where vendor_id = :vendor order by key, reply_id")
        .param("vendor", vendor.value())
        .query(CannedReplies::read)
        .list();
  }

  private static CannedReplyView read(ResultSet row, int number) throws SQLException {
    return new CannedReplyView(
        row.getObject("reply_id", UUID.class),
        row.getString("shortcut"),
        row.getString("title"),
        row.getString("content"),
        time(row, "created_at"),
        time(row, "updated_at"));
  }

  private static Instant time(ResultSet row, String name) throws SQLException {
    return row.getObject(name, OffsetDateTime.class).toInstant();
  }
}
