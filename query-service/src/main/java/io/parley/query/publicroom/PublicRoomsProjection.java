package io.parley.query.publicroom;

import io.parley.query.projection.Projection;
import io.parley.query.projection.Tables;
import io.parley.schemas.event.Aggregate;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.EventTypes;
import io.parley.schemas.event.PublicRoomEvent;
import io.parley.schemas.event.VisitorEvent;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Every public room with its members, its messages and its history, and every visitor. Of a
/// deleted room nothing is left.
@Component
public final class PublicRoomsProjection implements Projection {
  /// Its name.
  public static final String NAME = "public_rooms";

  private static final Set<Class<? extends Event>> READS =
      Stream.of(PublicRoomEvent.class, VisitorEvent.class)
          .flatMap(kind -> EventTypes.of(kind).stream())
          .collect(Collectors.toUnmodifiableSet());

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Aggregate> follows() {
    return Set.of(Aggregate.PUBLIC_ROOM, Aggregate.VISITOR);
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return READS;
  }

  @Override
  public Writer into(Tables tables) {
    return new PublicRoomsWriter(tables);
  }
}
