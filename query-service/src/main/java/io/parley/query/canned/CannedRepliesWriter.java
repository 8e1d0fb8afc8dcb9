package io.parley.query.canned;

import io.parley.query.projection.ArrayWrite;
import io.parley.query.projection.Column;
import io.parley.query.projection.Projection;
import io.parley.query.projection.Tables;
import io.parley.schemas.CannedText;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.event.CannedReplyEvent;
import io.parley.schemas.event.CannedReplyEvent.CannedReplyAdded;
import io.parley.schemas.event.CannedReplyEvent.CannedReplyChanged;
import io.parley.schemas.event.CannedReplyEvent.CannedReplyRemoved;
import io.parley.schemas.event.EventEnvelope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes the last text of each reply that a batch is about, or removes the reply.
final class CannedRepliesWriter implements Projection.Writer {
  private static final String INSERT =
      """
      insert into {schema}.reply
        (reply_id, vendor_id, key, shortcut, title, content, updated_at, created_at)
      select * from {rows}
      """;

  private static final String UPDATE =
      """
      update {schema}.reply r
      set key = c.key, shortcut = c.shortcut, title = c.title, content = c.content,
        updated_at = c.at
      from {rows} as c(reply_id, vendor_id, key, shortcut, title, content, at)
      where r.reply_id = c.reply_id
      """;

  private static final String DELETE =
      "delete from {schema}.reply r using {rows} as d(reply_id) where r.reply_id = d.reply_id";

  private final ArrayWrite<Row> insert;
  private final ArrayWrite<Row> update;
  private final ArrayWrite<UUID> delete;

  CannedRepliesWriter(Tables tables) {
    List<Column<Row>> columns =
        List.of(
            Column.uuid(Row::replyId),
            Column.text(row -> row.vendorId().value()),
            Column.text(row -> CannedText.key(row.text().shortcut())),
            Column.text(row -> row.text().shortcut()),
            Column.text(row -> row.text().title()),
            Column.text(row -> row.text().content()),
            Column.time(Row::updatedAt));
    var all = new ArrayList<>(columns);
    all.add(Column.time(Row::createdAt));
    insert = tables.write(INSERT, all);
    update = tables.write(UPDATE, columns);
    delete = tables.write(DELETE, List.of(Column.uuid(id -> id)));
  }

  @Override
  public void apply(List<EventEnvelope> events) {
    var rows = new LinkedHashMap<UUID, Row>();
    var removed = new ArrayList<UUID>();
    for (var event : events) {
      apply((CannedReplyEvent) event.data(), event.time(), rows, removed);
    }
    insert.execute(rows.values().stream().filter(row -> row.createdAt() != null).toList());
    update.execute(rows.values().stream().filter(row -> row.createdAt() == null).toList());
    delete.execute(removed);
  }

  private static void apply(
      CannedReplyEvent event, Instant at, Map<UUID, Row> rows, List<UUID> removed) {
    switch (event) {
      case CannedReplyAdded e ->
          rows.put(e.replyId(), new Row(e.replyId(), e.vendorId(), e.text(), at, at));
      case CannedReplyChanged e -> {
        var known = rows.get(e.replyId());
        var createdAt = known == null ? null : known.createdAt();
        rows.put(e.replyId(), new Row(e.replyId(), e.vendorId(), e.text(), at, createdAt));
      }
      case CannedReplyRemoved e -> {
        rows.remove(e.replyId());
        removed.add(e.replyId());
      }
    }
  }

  /// A reply; without `createdAt` one that is in the table already.
  private record Row(
      UUID replyId,
      MarketplaceId vendorId,
      CannedText text,
      Instant updatedAt,
      @Nullable Instant createdAt) {}
}
