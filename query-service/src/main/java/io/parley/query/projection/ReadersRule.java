package io.parley.query.projection;

import io.parley.schemas.event.EventEnvelope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rule for every reader of the log: of each aggregate the events 1, 2, 3, …; one that was
/// seen already is dropped, a gap and a contradiction are errors.
///
/// A record that is skipped counts as seen: the next one may be the one after it, even where it
/// came after a gap, and whatever it says of the one before it, whose true hash nobody knows. It
/// never counts as less than what was seen before it.
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

  /// A record that is new, and the last one that was seen before it.
  record Selected(LogRecord record, @Nullable Seen last) {

    /// Throws [UnappliableRecord] when it is none, or does not follow the one before it.
    EventEnvelope event() {
      var event = record.event();
      if (last == null ? event.prevHash() != null : !last.isBefore(event)) {
        throw record.unappliable(
            "%s has event %d after another event %d than the one that it follows"
                .formatted(record.aggregateId(), record.sequence(), record.sequence() - 1),
            null);
      }
      return event;
    }
  }

  /// The records that are new, in their order. What they are is remembered. Throws
  /// [UnappliableRecord] when one must not be there.
  List<Selected> select(List<LogRecord> records) {
    var before = load(records.stream().map(LogRecord::aggregateId).distinct().toList());
    var seen = new HashMap<>(before);
    var selected = new ArrayList<Selected>();
    for (var record : records) {
      var last = seen.get(record.aggregateId());
      if (isNew(record, last)) {
        seen.put(record.aggregateId(), Seen.of(record));
        if (!record.skipped()) {
          selected.add(new Selected(record, last));
        }
      }
    }
    seen.entrySet().removeIf(entry -> entry.getValue().equals(before.get(entry.getKey())));
    write.execute(seen.values());
    return selected;
  }

  private static boolean isNew(LogRecord record, @Nullable Seen last) {
    long lastSequence = last == null ? 0 : last.sequence();
    if (record.sequence() > lastSequence + 1 && !record.skipped()) {
      throw record.unappliable(
          "%s has event %d after event %d"
              .formatted(record.aggregateId(), record.sequence(), lastSequence),
          null);
    }
    if (last != null && record.sequence() == lastSequence && !last.allows(record)) {
      throw record.unappliable(
          "%s has another event %d already".formatted(record.aggregateId(), lastSequence), null);
    }
    return record.sequence() > lastSequence;
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
  record Seen(UUID id, long sequence, String hash) {
    private static final String SKIPPED = "";

    private static Seen of(LogRecord record) {
      var hash = record.skipped() ? SKIPPED : EventEnvelope.hashOf(record.value());
      return new Seen(record.aggregateId(), record.sequence(), hash);
    }

    /// Whether a record with the same sequence may be there: it is the same, or nobody minds.
    private boolean allows(LogRecord record) {
      return record.skipped()
          || hash.equals(SKIPPED)
          || hash.equals(EventEnvelope.hashOf(record.value()));
    }

    private boolean isBefore(EventEnvelope event) {
      return hash.equals(SKIPPED) || hash.equals(event.prevHash());
    }
  }
}
