package io.parley.command.publicroom;

import static io.parley.command.aggregate.Decision.happens;
import static io.parley.command.aggregate.Decision.isSo;
import static io.parley.command.aggregate.Decision.refused;

import io.parley.command.aggregate.Decision;
import io.parley.command.aggregate.Moment;
import io.parley.schemas.Ids;
import io.parley.schemas.PublicRoomSettings;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.PublicRoomCommand;
import io.parley.schemas.command.PublicRoomCommand.ChangePublicRoom;
import io.parley.schemas.command.PublicRoomCommand.ChangeVisitor;
import io.parley.schemas.command.PublicRoomCommand.DeletePublicRoom;
import io.parley.schemas.command.PublicRoomCommand.JoinPublicRoom;
import io.parley.schemas.command.PublicRoomCommand.LeavePublicRoom;
import io.parley.schemas.command.PublicRoomCommand.OpenPublicRoom;
import io.parley.schemas.command.PublicRoomCommand.SendPublicMessage;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomChanged;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomDeleted;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomOpened;
import io.parley.schemas.reply.Refusal;

/// Decides what may happen in a public room; what visitors do there is decided in [Visits]. Pure,
/// like [io.parley.command.room.Room].
public final class PublicRoom {
  private PublicRoom() {}

  /// What the room says to a command.
  public static Decision decide(
      PublicRoomState state, Actor actor, PublicRoomCommand command, Moment moment) {
    return switch (state) {
      case PublicRoomState.Vacant _ ->
          command instanceof OpenPublicRoom open && Ids.mayBePublicRoom(open.roomId())
              ? happens(new PublicRoomOpened(open.roomId(), open.settings(), actor.key()))
              : refused(Refusal.ROOM_NOT_FOUND);
      case OpenRoom room -> decideOpen(room, actor, command, moment);
    };
  }

  private static Decision decideOpen(
      OpenRoom room, Actor actor, PublicRoomCommand command, Moment moment) {
    return switch (command) {
      case OpenPublicRoom _ -> isSo();
      case ChangePublicRoom change ->
          room.belongsTo(actor) ? change(room, actor, change) : notYours(room);
      case DeletePublicRoom _ ->
          room.belongsTo(actor)
              ? happens(new PublicRoomDeleted(room.roomId(), actor.key()))
              : notYours(room);
      case LeavePublicRoom leave -> Visits.leave(room, actor, leave);
      case JoinPublicRoom join ->
          actor instanceof Actor.Visitor visitor ? Visits.join(room, visitor, join) : notAllowed();
      case ChangeVisitor change ->
          actor instanceof Actor.Visitor visitor
              ? Visits.change(room, visitor, change)
              : notAllowed();
      case SendPublicMessage send ->
          actor instanceof Actor.Visitor visitor
              ? Visits.send(room, visitor, send, moment)
              : notAllowed();
    };
  }

  private static Decision change(OpenRoom room, Actor actor, ChangePublicRoom change) {
    var now = room.settings();
    var settings =
        new PublicRoomSettings(
            change.name() == null ? now.name() : change.name(),
            change.description() == null ? now.description() : change.description().text(),
            change.isPublic() == null ? now.isPublic() : change.isPublic(),
            change.maxUsers() == null ? now.maxUsers() : change.maxUsers());
    return settings.equals(now)
        ? isSo()
        : happens(new PublicRoomChanged(room.roomId(), settings, actor.key()));
  }

  /// A room that is not public is not shown to others, so neither by a refusal.
  private static Decision notYours(OpenRoom room) {
    return room.settings().isPublic() ? notAllowed() : refused(Refusal.ROOM_NOT_FOUND);
  }

  private static Decision notAllowed() {
    return refused(Refusal.NOT_ALLOWED);
  }
}
