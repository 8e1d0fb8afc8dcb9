package io.parley.query.oversight;

import io.parley.query.projection.Projection;
import io.parley.query.projection.Tables;
import io.parley.schemas.event.Aggregate;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.PublicRoomEvent.PublicMessageSent;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomDeleted;
import io.parley.schemas.event.RoomEvent.ConversationReported;
import io.parley.schemas.event.RoomEvent.ConversationStarted;
import io.parley.schemas.event.RoomEvent.MessageSent;
import io.parley.schemas.event.RoomEvent.ReportsClosed;
import java.util.Set;
import org.springframework.stereotype.Component;

/// What only the marketplace's staff looks at: what public messages can be found by, reports,
/// where how much is going on, and how fast vendors answer.
///
/// It is a projection of its own, and not a part of others, so that an installation that is
/// upgraded fills it from the whole log while those of the old version go on as they were.
@Component
public final class OversightProjection implements Projection {
  /// Its name.
  public static final String NAME = "oversight";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<Aggregate> follows() {
    return Set.of(Aggregate.ROOM, Aggregate.PUBLIC_ROOM);
  }

  @Override
  public Set<Class<? extends Event>> reads() {
    return Set.of(
        ConversationStarted.class,
        ConversationReported.class,
        ReportsClosed.class,
        MessageSent.class,
        PublicMessageSent.class,
        PublicRoomDeleted.class);
  }

  @Override
  public Writer into(Tables tables) {
    var texts = new PublicTextsWriter(tables);
    var reports = new ReportsWriter(tables);
    var activity = new ActivityWriter(tables);
    return events -> {
      texts.apply(events);
      reports.apply(events);
      activity.apply(events);
    };
  }
}
