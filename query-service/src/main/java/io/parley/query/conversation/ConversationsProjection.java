package io.parley.query.conversation;

import io.parley.query.projection.Projection;
import io.parley.query.projection.Tables;
import io.parley.schemas.event.Aggregate;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.EventTypes;
import io.parley.schemas.event.RoomEvent;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Every conversation: its people, its last message, what each side has not read. Who may see it
/// is decided by these rows. A forwarded room is no conversation and has none.
@Component
public final class ConversationsProjection implements Projection {
  /// Its name.
  public static final String NAME = "conversations";

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
    return new ConversationsWriter(tables);
  }
}
