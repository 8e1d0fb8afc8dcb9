package io.parley.query.message;

import io.parley.query.projection.Projection;
import io.parley.query.projection.Tables;
import io.parley.schemas.event.Aggregate;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.RoomEvent.MessageDeleted;
import io.parley.schemas.event.RoomEvent.MessageEdited;
import io.parley.schemas.event.RoomEvent.MessageSent;
import io.parley.schemas.event.RoomEvent.MessagesRead;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Every message, and when the other side first read it.
@Component
public final class MessagesProjection implements Projection {
  /// Its name.
  public static final String NAME = "messages";

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
    return Set.of(MessageSent.class, MessageEdited.class, MessageDeleted.class, MessagesRead.class);
  }

  @Override
  public Writer into(Tables tables) {
    return new MessagesWriter(tables);
  }
}
