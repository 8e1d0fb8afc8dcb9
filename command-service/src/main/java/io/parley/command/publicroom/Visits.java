package io.parley.command.publicroom;

import static io.parley.command.aggregate.Decision.happens;
import static io.parley.command.aggregate.Decision.isSo;
import static io.parley.command.aggregate.Decision.refused;

import io.parley.command.aggregate.Decision;
import io.parley.command.aggregate.Moment;
import io.parley.schemas.Ids;
import io.parley.schemas.Visitor;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.PublicRoomCommand.ChangeVisitor;
import io.parley.schemas.command.PublicRoomCommand.JoinPublicRoom;
import io.parley.schemas.command.PublicRoomCommand.LeavePublicRoom;
import io.parley.schemas.command.PublicRoomCommand.SendPublicMessage;
import io.parley.schemas.event.PublicRoomEvent.ConnectionClosed;
import io.parley.schemas.event.PublicRoomEvent.PublicMessageSent;
import io.parley.schemas.event.PublicRoomEvent.VisitorChanged;
import io.parley.schemas.event.PublicRoomEvent.VisitorJoined;
import io.parley.schemas.event.PublicRoomEvent.VisitorLeft;
import io.parley.schemas.reply.Refusal;
import org.jspecify.annotations.Nullable;

/// Decides what a visitor may do in an open room: come, go, take another name, write.
final class Visits {
  private Visits() {}

  static Decision join(OpenRoom room, Actor.Visitor actor, JoinPublicRoom join) {
    var present = room.members().find(actor.visitorId());
    var connection = join.connection();
    if (present.flatMap(known -> known.line(connection.connectionId())).isPresent()) {
      return isSo();
    }
    if (present.isEmpty() && room.isFull()) {
      return refused(Refusal.ROOM_FULL);
    }
    if (present.isPresent() && present.get().lines().size() >= Present.MAX_LINES) {
      return refused(Refusal.TOO_MANY_CONNECTIONS);
    }
    var visitor = new Visitor(actor.visitorId(), join.username(), join.color());
    return happens(new VisitorJoined(room.roomId(), visitor, connection));
  }

  static Decision leave(OpenRoom room, Actor actor, LeavePublicRoom leave) {
    if (!mayClose(actor, leave)) {
      return refused(Refusal.NOT_ALLOWED);
    }
    var present = room.members().find(leave.visitorId());
    var line = present.flatMap(known -> known.line(leave.connectionId()));
    if (line.isEmpty()) {
      return isSo();
    }
    var connection = line.get().connection();
    return happens(
        present.get().lines().size() == 1
            ? new VisitorLeft(room.roomId(), present.get().visitor(), connection)
            : new ConnectionClosed(room.roomId(), leave.visitorId(), connection));
  }

  private static boolean mayClose(Actor actor, LeavePublicRoom leave) {
    return switch (actor) {
      case Actor.Visitor visitor -> visitor.visitorId().equals(leave.visitorId());
      case Actor.Policy _ -> true;
      case Actor.Account _, Actor.Guest _ -> false;
    };
  }

  static Decision change(OpenRoom room, Actor.Visitor actor, ChangeVisitor change) {
    var present = room.members().find(actor.visitorId());
    if (present.isEmpty()) {
      return refused(Refusal.NOT_IN_ROOM);
    }
    var was = present.get().visitor();
    var now =
        new Visitor(
            was.id(), or(change.username(), was.username()), or(change.color(), was.color()));
    return now.equals(was)
        ? isSo()
        : happens(new VisitorChanged(room.roomId(), now, was.username()));
  }

  private static String or(@Nullable String given, String known) {
    return given == null ? known : given;
  }

  static Decision send(OpenRoom room, Actor.Visitor actor, SendPublicMessage send, Moment moment) {
    return happens(
        new PublicMessageSent(
            room.roomId(),
            Ids.event(room.roomId(), moment.sequence()),
            sender(room, actor, send),
            send.content(),
            send.messageType(),
            send.fileUrl()));
  }

  /// Who is in writes under the name that it has there, who is not under the one that it says.
  static Visitor sender(OpenRoom room, Actor.Visitor actor, SendPublicMessage send) {
    return room.members()
        .find(actor.visitorId())
        .map(Present::visitor)
        .orElseGet(() -> new Visitor(actor.visitorId(), send.username(), send.color()));
  }
}
