package io.parley.query.timeline;

import io.parley.query.projection.Projection;
import io.parley.query.projection.Tables;
import io.parley.schemas.event.Aggregate;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.EventTypes;
import io.parley.schemas.event.RoomEvent;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Every event of each room as its people may see it: without the content of what was deleted.
@Component
public final class TimelineProjection implements Projection {
  /// Its name.
  public static final String NAME = "timeline";

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
    return new TimelineWriter(tables);
  }
}
