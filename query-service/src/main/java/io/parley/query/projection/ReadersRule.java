package io.parley.query.projection;

import io.parley.schemas.event.EventEnvelope;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The rule for every reader of the log: of each aggregate the events 1, 2, 3, …; one that was
/// seen already is dropped, a gap and a contradiction are errors.
final class ReadersRule {
  private final Tables tables;
  private final ArrayWrite<Seen> write;

  ReadersRule(Tables tables) {
    this.tables = tables;
    this.write =
        tables.write(
            """
            insert into {schema}.aggregate (id, sequence, hash) select * from {rows}
            on conflict (id) do update set sequence = excluded.sequence, hash = excluded.hash
            """,
            List.of(Column.uuid(Seen::id), Column.number(Seen::sequence), Column.text(Seen::hash)));
  }

  /// The records that are new, in their order. What they are is remembered. Throws
  /// [UnappliableRecord] when one must not be there.
  List<LogRecord> select(List<LogRecord> records) {
    var before = load(records.stream().map(LogRecord::aggregateId).distinct().toList());
    var seen = new HashMap<>(before);
    var selected = records.stream().filter(record -> isNew(record, seen)).toList();
    seen.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
    write.execute(seen.values());
    return selected;
  }

  private static boolean isNew(LogRecord record, Map<UUID, Seen> seen) {
    var last = seen.get(record.aggregateId());
    long lastSequence = last == null ? 0 : last.sequence();
    if (record.sequence() > lastSequence + 1) {
      throw record.unappliable(
          "%s has event %d after event %d"
              .formatted(record.aggregateId(), record.sequence(), lastSequence),
          null);
    }
    if (record.sequence() > lastSequence) {
      seen.put(record.aggregateId(), Seen.of(record));
      return true;
    }
    if (last != null && record.sequence() == lastSequence && !last.isOf(record)) {
      throw record.unappliable(
          "%s has another event %d already".formatted(record.aggregateId(), lastSequence), null);
    }
    return false;
  }

  private Map<UUID, Seen> load(Collection<UUID> ids) {
    var seen = new HashMap<UUID, Seen>();
    tables
        .jdbc()
        .query(
            tables.sql("select id, sequence, hash from {schema}.aggregate where id = any(?)"),
            row -> {
              var one = new Seen(row.getObject(1, UUID.class), row.getLong(2), row.getString(3));
              seen.put(one.id(), one);
            },
            (Object) ids.toArray(UUID[]::new));
    return seen;
  }

  /// The last event of an aggregate.
  private record Seen(UUID id, long sequence, String hash) {
    static Seen of(LogRecord record) {
      return new Seen(
          record.aggregateId(), record.sequence(), EventEnvelope.hashOf(record.value()));
    }

    boolean isOf(LogRecord record) {
      return hash.equals(EventEnvelope.hashOf(record.value()));
    }
  }
}
