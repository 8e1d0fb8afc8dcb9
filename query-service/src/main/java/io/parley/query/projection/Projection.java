package io.parley.query.projection;

import io.parley.schemas.event.Aggregate;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.EventEnvelope;
import java.util.List;
import java.util.Set;

/// A read model: which events it is made of, and how they become rows. Its tables are described by
/// `db/projection/<name>` on the class path, and its live ones are in the schema of that name.
public interface Projection {
  /// The name of its schema and, with a prefix, of its consumer group.
  String name();

  /// The aggregates of which it must see every event; others it passes over.
  Set<Aggregate> follows();

  /// The events that it is given. Others of the aggregates it follows are only counted.
  Set<Class<? extends Event>> reads();

  /// What writes into these tables.
  Writer into(Tables tables);

  /// Turns events into rows, within a transaction that is not its business.
  @FunctionalInterface
  interface Writer {
    /// Applies events in the order of the log, each of them once. The rows that are there in the
    /// end do not depend on how the log was cut into calls.
    void apply(List<EventEnvelope> events);
  }
}
