package io.parley.command.room;

import io.parley.command.aggregate.Moment;
import io.parley.schemas.Ids;
import io.parley.schemas.Person;
import io.parley.schemas.Side;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.RoomCommand;
import io.parley.schemas.command.RoomCommand.ArchiveConversation;
import io.parley.schemas.command.RoomCommand.AttachParticipant;
import io.parley.schemas.command.RoomCommand.CloseReports;
import io.parley.schemas.command.RoomCommand.DeleteMessage;
import io.parley.schemas.command.RoomCommand.EditMessage;
import io.parley.schemas.command.RoomCommand.ForwardConversation;
import io.parley.schemas.command.RoomCommand.MarkRead;
import io.parley.schemas.command.RoomCommand.ReportConversation;
import io.parley.schemas.command.RoomCommand.SendMessage;
import io.parley.schemas.command.RoomCommand.StartConversation;
import io.parley.schemas.command.RoomCommand.UnarchiveConversation;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.view.MessageView;
import io.parley.schemas.view.RoomView;

/// What an accepted command tells whoever asked: the same whether it happened now or was asked for
/// again.
public final class RoomAnswers {
  private RoomAnswers() {}

  /// The answer from the room as it is now. `moment` is that of the command's own event, if it
  /// made one.
  public static Outcome answer(
      RoomState now, Actor actor, RoomCommand command, Moment moment, boolean happened) {
    return switch (now) {
      case RoomState.Vacant _ -> new Outcome.Done();
      case RoomState.Forwarded forwarded -> new Outcome.RoomElsewhere(forwarded.toRoomId());
      case Conversation room ->
          room.personOf(actor)
              .map(person -> answer(room, person, command, moment, happened))
              .orElseGet(Outcome.Done::new);
    };
  }

  private static Outcome answer(
      Conversation room, Person person, RoomCommand command, Moment moment, boolean happened) {
    return switch (command) {
      case StartConversation _ -> new Outcome.RoomNow(view(room, person), happened);
      case ArchiveConversation _, UnarchiveConversation _ ->
          new Outcome.RoomNow(view(room, person), false);
      case SendMessage send -> new Outcome.MessageNow(sent(room, person, send, moment));
      case EditMessage edit -> edited(room, person, edit, moment);
      case MarkRead _ ->
          new Outcome.ReadNow(
              room.roomId(),
              person.role().side() == Side.ADMIN ? 0 : room.reading().seqOf(person.role().side()),
              room.reading().unread().of(person.role().side()));
      case DeleteMessage _,
          ReportConversation _,
          CloseReports _,
          AttachParticipant _,
          ForwardConversation _ ->
          new Outcome.Done();
    };
  }

  private static RoomView view(Conversation room, Person viewer) {
    var guest =
        room.participants().stream()
            .map(Participant::person)
            .filter(Person::isGuest)
            .map(Person::guestId)
            .findFirst()
            .orElse(null);
    return new RoomView(
        room.roomId(),
        room.kind(),
        room.vendorId(),
        room.product(),
        room.participants().stream().map(Participant::view).toList(),
        null,
        guest != null,
        guest,
        room.archived(),
        room.sequence(),
        room.lastMessage(),
        room.reading().unread().of(viewer.role().side()),
        room.waitingSince(),
        room.createdAt(),
        room.updatedAt());
  }

  private static MessageView sent(
      Conversation room, Person sender, SendMessage send, Moment moment) {
    var message =
        MessageView.sent(
            Ids.event(room.roomId(), moment.sequence()),
            room.roomId(),
            moment.sequence(),
            sender,
            send.content(),
            send.messageType(),
            send.fileUrl(),
            moment.time());
    var last = room.lastMessage();
    return last != null && last.seq() == moment.sequence() ? last : message;
  }

  /// A room that wrote more than it remembers since the edit has nothing to tell of it.
  private static Outcome edited(Conversation room, Person editor, EditMessage edit, Moment moment) {
    long seq = Ids.sequenceOf(room.roomId(), edit.messageId()).orElseThrow();
    return room.recent()
        .find(seq)
        .<Outcome>map(
            message ->
                new Outcome.MessageNow(
                    MessageView.sent(
                            edit.messageId(),
                            room.roomId(),
                            seq,
                            editor,
                            edit.content(),
                            message.type(),
                            message.fileUrl(),
                            message.at())
                        .edited(edit.content(), moment.time())))
        .orElseGet(Outcome.Done::new);
  }
}
