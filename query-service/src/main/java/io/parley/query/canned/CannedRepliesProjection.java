package io.parley.query.canned;

import io.parley.query.projection.Projection;
import io.parley.query.projection.Tables;
import io.parley.schemas.event.Aggregate;
import io.parley.schemas.event.CannedReplyEvent;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.EventTypes;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Every answer that a vendor keeps ready.
@Component
public final class CannedRepliesProjection implements Projection {
  /// Its name.
  public static final String NAME = "replies";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Aggregate> follows() {
    return Set.of(Aggregate.CANNED_REPLIES);
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return EventTypes.of(CannedReplyEvent.class);
  }

  @Override
  public Writer into(Tables tables) {
    return new CannedRepliesWriter(tables);
  }
}
