package io.parley.query.guest;

import io.parley.query.projection.ArrayWrite;
import io.parley.query.projection.Column;
import io.parley.query.projection.Projection;
import io.parley.query.projection.Tables;
import io.parley.schemas.event.Aggregate;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.GuestEvent.GuestSessionLinked;
import io.parley.schemas.event.GuestEvent.GuestSessionOpened;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Every guest session by its public id, and the account that it became.
@Component
public final class GuestsProjection implements Projection {
  /// Its name.
  public static final String NAME = "guests";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Aggregate> follows() {
    return Set.of(Aggregate.GUEST);
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(GuestSessionOpened.class, GuestSessionLinked.class);
  }

  @Override
  public Writer into(Tables tables) {
    return new GuestsWriter(tables);
  }

  private static final class GuestsWriter implements Writer {
    private final ArrayWrite<EventEnvelope> open;
    private final ArrayWrite<EventEnvelope> link;

    GuestsWriter(Tables tables) {
      open =
          tables.write(
              "insert into {schema}.guest (guest_id, identifier, created_at) select * from {rows}",
              List.of(
                  Column.uuid(EventEnvelope::aggregateId),
                  Column.text(event -> ((GuestSessionOpened) event.data()).identifier()),
                  Column.time(EventEnvelope::time)));
      link =
          tables.write(
              """
              update {schema}.guest g set account_id = l.account_id, linked_at = l.at
              from {rows} as l(guest_id, account_id, at) where g.guest_id = l.guest_id
              """,
              List.of(
                  Column.uuid(EventEnvelope::aggregateId),
                  Column.text(event -> ((GuestSessionLinked) event.data()).accountId().value()),
                  Column.time(EventEnvelope::time)));
    }

    @Override
    public void apply(List<EventEnvelope> events) {
      open.execute(of(GuestSessionOpened.class, events));
      link.execute(of(GuestSessionLinked.class, events));
    }

    private static List<EventEnvelope> of(Class<? extends Event> type, List<EventEnvelope> all) {
      return all.stream().filter(event -> type.isInstance(event.data())).toList();
    }
  }
}
