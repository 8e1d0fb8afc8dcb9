package io.parley.query.search;

import io.parley.query.projection.Projection;
import io.parley.query.projection.Tables;
import io.parley.schemas.event.Aggregate;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.EventTypes;
import io.parley.schemas.event.RoomEvent;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What a conversation can be found by: its messages, people, product and vendor.
@Component
public final class SearchProjection implements Projection {
  /// Its name.
  public static final String NAME = "search";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Aggregate> follows() {
    return Set.of(Aggregate.ROOM);
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return EventTypes.of(RoomEvent.class);
  }

  @Override
  public Writer into(Tables tables) {
    return new SearchWriter(tables);
  }
}
