package io.parley.query.search;

import io.parley.query.projection.ArrayWrite;
import io.parley.query.projection.Column;
import io.parley.query.projection.Projection;
import io.parley.query.projection.Tables;
import io.parley.schemas.event.EventEnvelope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes the last text of each entry that a batch is about, or removes the entry.
final class SearchWriter implements Projection.Writer {
  private final ArrayWrite<Map.Entry<Entry, Optional<String>>> put;
  private final ArrayWrite<Entry> remove;

  SearchWriter(Tables tables) {
    put =
        tables.write(
            """
            insert into {schema}.entry (room_id, ref, folded) select * from {rows}
            on conflict (room_id, ref) do update set folded = excluded.folded
            """,
            List.of(
                Column.uuid(row -> row.getKey().roomId()),
                Column.text(row -> row.getKey().ref()),
                Column.text(row -> row.getValue().orElse(""))));
    remove =
        tables.write(
            """
            delete from {schema}.entry e using {rows} as r(room_id, ref)
            where e.room_id = r.room_id and e.ref = r.ref
            """,
            List.of(Column.uuid(Entry::roomId), Column.text(Entry::ref)));
  }

  @Override
  public void apply(List<EventEnvelope> events) {
    var entries = new LinkedHashMap<Entry, Optional<String>>();
    events.forEach(event -> Entries.collect(event, entries::put));
    put.execute(entries.entrySet().stream().filter(e -> e.getValue().isPresent()).toList());
    remove.execute(
        entries.entrySet().stream()
            .filter(e -> e.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .toList());
  }
}
