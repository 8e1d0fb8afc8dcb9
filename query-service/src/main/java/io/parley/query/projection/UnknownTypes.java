package io.parley.query.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts the events of types that this version does not know.
final class UnknownTypes {
  private final Tables tables;
  private final ArrayWrite<Map.Entry<String, Long>> add;

  UnknownTypes(Tables tables) {
    this.tables = tables;
    this.add =
        tables.write(
            """
            insert into {schema}.skipped as s (type, events) select * from {rows}
            on conflict (type) do update set events = s.events + excluded.events
            """,
            List.of(Column.text(Map.Entry::getKey), Column.number(Map.Entry::getValue)));
  }

  void add(Collection<String> types) {
    var counts = new TreeMap<String, Long>();
    types.forEach(type -> counts.merge(type, 1L, Long::sum));
    add.execute(counts.entrySet());
  }

  Map<String, Long> load() {
    var counts = new TreeMap<String, Long>();
    tables
        .jdbc()
        .query(
            tables.sql("select type, events from {schema}.skipped"),
            row -> {
              counts.put(row.getString(1), row.getLong(2));
            });
    return counts;
  }
}
