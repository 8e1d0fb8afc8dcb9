package io.parley.command.publicroom;

import io.parley.command.aggregate.Moment;
import io.parley.schemas.Ids;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.PublicRoomCommand;
import io.parley.schemas.command.PublicRoomCommand.ChangePublicRoom;
import io.parley.schemas.command.PublicRoomCommand.ChangeVisitor;
import io.parley.schemas.command.PublicRoomCommand.DeletePublicRoom;
import io.parley.schemas.command.PublicRoomCommand.JoinPublicRoom;
import io.parley.schemas.command.PublicRoomCommand.LeavePublicRoom;
import io.parley.schemas.command.PublicRoomCommand.OpenPublicRoom;
import io.parley.schemas.command.PublicRoomCommand.SendPublicMessage;
import io.parley.schemas.reply.Outcome;

/// What an accepted command tells whoever asked. Asked for again it tells of the same event, with
/// the room and the visitor as they are by now; of a room that is gone by then it tells nothing.
public final class PublicRoomAnswers {
  private PublicRoomAnswers() {}

  /// The answer from the room as it is now. `moment` is that of the command's own event, if it
  /// made one.
  public static Outcome answer(
      PublicRoomState now,
      Actor actor,
      PublicRoomCommand command,
      Moment moment,
      boolean happened) {
    return switch (now) {
      case PublicRoomState.Vacant _ -> new Outcome.Done();
      case OpenRoom room -> answer(room, actor, command, moment, happened);
    };
  }

  private static Outcome answer(
      OpenRoom room, Actor actor, PublicRoomCommand command, Moment moment, boolean happened) {
    return switch (command) {
      case OpenPublicRoom _ -> roomNow(room, happened);
      case ChangePublicRoom _ -> roomNow(room, false);
      case JoinPublicRoom join when actor instanceof Actor.Visitor visitor ->
          joined(room, visitor, join, happened ? moment.sequence() : 0);
      case SendPublicMessage send when actor instanceof Actor.Visitor visitor ->
          sent(room, visitor, send, moment);
      case JoinPublicRoom _,
          SendPublicMessage _,
          DeletePublicRoom _,
          LeavePublicRoom _,
          ChangeVisitor _ ->
          new Outcome.Done();
    };
  }

  private static Outcome roomNow(OpenRoom room, boolean created) {
    return new Outcome.PublicRoomNow(
        room.roomId(),
        room.settings(),
        room.members().size(),
        room.messages(),
        room.createdAt(),
        room.updatedAt(),
        created);
  }

  /// A connection that was in already names the event by which it came in.
  private static Outcome joined(
      OpenRoom room, Actor.Visitor actor, JoinPublicRoom join, long ownSeq) {
    long seq =
        room.members()
            .find(actor.visitorId())
            .flatMap(present -> present.line(join.connection().connectionId()))
            .map(Present.Line::seq)
            .orElse(ownSeq);
    return new Outcome.Joined(
        room.roomId(), seq, join.withMembers() ? room.members().newestFirst() : null);
  }

  private static Outcome sent(
      OpenRoom room, Actor.Visitor actor, SendPublicMessage send, Moment moment) {
    return new Outcome.PublicMessageNow(
        Ids.event(room.roomId(), moment.sequence()),
        moment.sequence(),
        Visits.sender(room, actor, send),
        room.members().find(actor.visitorId()).isPresent(),
        send.content(),
        send.messageType(),
        send.fileUrl(),
        moment.time());
  }
}
