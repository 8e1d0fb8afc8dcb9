package io.parley.command.publicroom;

import io.parley.command.aggregate.Moment;
import io.parley.schemas.event.PublicRoomEvent;
import io.parley.schemas.event.PublicRoomEvent.ConnectionClosed;
import io.parley.schemas.event.PublicRoomEvent.PublicMessageSent;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomChanged;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomDeleted;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomOpened;
import io.parley.schemas.event.PublicRoomEvent.VisitorChanged;
import io.parley.schemas.event.PublicRoomEvent.VisitorJoined;
import io.parley.schemas.event.PublicRoomEvent.VisitorLeft;
import java.util.UUID;

/// What a public room is after an event.
public final class PublicRoomFold {
  private PublicRoomFold() {}

  /// The state after an event that happened at this moment: the same function live and in replay.
  public static PublicRoomState evolve(
      PublicRoomState state, PublicRoomEvent event, Moment moment) {
    return switch (event) {
      case PublicRoomOpened opened ->
          new OpenRoom(
              opened.roomId(),
              opened.settings(),
              opened.opener(),
              Members.NOBODY,
              0,
              moment.time(),
              moment.time());
      case PublicRoomChanged changed -> open(state).with(changed.settings(), moment.time());
      case PublicRoomDeleted _ -> new PublicRoomState.Vacant();
      case VisitorJoined joined -> {
        var room = open(state);
        yield room.with(room.members().joined(joined.visitor(), joined.connection(), moment));
      }
      case VisitorChanged changed -> {
        var room = open(state);
        yield room.with(room.members().changed(changed.visitor()));
      }
      case VisitorLeft left ->
          closed(open(state), left.visitor().id(), left.connection().connectionId());
      case ConnectionClosed closed ->
          closed(open(state), closed.visitorId(), closed.connection().connectionId());
      case PublicMessageSent _ -> open(state).withOneMoreMessage();
    };
  }

  private static OpenRoom closed(OpenRoom room, UUID visitorId, UUID connectionId) {
    return room.with(room.members().closed(visitorId, connectionId));
  }

  private static OpenRoom open(PublicRoomState state) {
    if (state instanceof OpenRoom room) {
      return room;
    }
    throw new IllegalStateException("an event of a public room that is not open");
  }
}
