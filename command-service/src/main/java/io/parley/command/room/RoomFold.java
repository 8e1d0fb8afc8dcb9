package io.parley.command.room;

import io.parley.command.aggregate.Moment;
import io.parley.command.room.RecentMessages.Recent;
import io.parley.schemas.Person;
import io.parley.schemas.Side;
import io.parley.schemas.event.RoomEvent;
import io.parley.schemas.event.RoomEvent.ConversationArchived;
import io.parley.schemas.event.RoomEvent.ConversationForwarded;
import io.parley.schemas.event.RoomEvent.ConversationReported;
import io.parley.schemas.event.RoomEvent.ConversationStarted;
import io.parley.schemas.event.RoomEvent.ConversationUnarchived;
import io.parley.schemas.event.RoomEvent.MessageDeleted;
import io.parley.schemas.event.RoomEvent.MessageEdited;
import io.parley.schemas.event.RoomEvent.MessageSent;
import io.parley.schemas.event.RoomEvent.MessagesRead;
import io.parley.schemas.event.RoomEvent.ParticipantAttached;
import io.parley.schemas.event.RoomEvent.ReportsClosed;
import io.parley.schemas.view.MessageView;
import java.util.List;

/// What a room is after an event: the same function live and in replay. It refuses nothing; what
/// is in the log has happened.
public final class RoomFold {
  private RoomFold() {}

  /// The state after an event that happened at this moment.
  public static RoomState evolve(RoomState state, RoomEvent event, Moment moment) {
    return switch (event) {
      case ConversationStarted started -> start(started, moment);
      case ConversationForwarded forwarded -> new RoomState.Forwarded(forwarded.toRoomId());
      case MessageSent sent -> send(open(state), sent, moment);
      case MessageEdited edited -> edit(open(state), edited, moment);
      case MessageDeleted deleted -> delete(open(state), deleted, moment);
      case MessagesRead read -> read(open(state), read, moment);
      case ConversationArchived archived ->
          new RoomChange(open(state), moment).seenBy(archived.by()).archived(true).done();
      case ConversationUnarchived unarchived ->
          new RoomChange(open(state), moment).seenBy(unarchived.by()).archived(false).done();
      case ConversationReported _ ->
          new RoomChange(open(state), moment).openReports(open(state).openReports() + 1).done();
      case ReportsClosed _ -> new RoomChange(open(state), moment).openReports(0).done();
      case ParticipantAttached attached ->
          new RoomChange(open(state), moment).seenBy(attached.participant()).done();
    };
  }

  private static Conversation open(RoomState state) {
    if (state instanceof Conversation conversation) {
      return conversation;
    }
    throw new IllegalStateException("an event of a conversation that has not started");
  }

  private static Conversation start(ConversationStarted started, Moment moment) {
    return new Conversation(
        started.roomId(),
        started.kind(),
        started.vendorId(),
        started.product(),
        List.of(new Participant(started.buyer(), moment.time(), null, 0)),
        false,
        0,
        null,
        RecentMessages.NONE,
        Reading.NOTHING,
        null,
        moment.sequence(),
        moment.time(),
        moment.time());
  }

  private static Conversation send(Conversation room, MessageSent sent, Moment moment) {
    var message =
        MessageView.sent(
            sent.messageId(),
            sent.roomId(),
            moment.sequence(),
            sent.sender(),
            sent.content(),
            sent.messageType(),
            sent.fileUrl(),
            moment.time());
    var side = sent.sender().role().side();
    return new RoomChange(room, moment)
        .seenBy(sent.sender())
        .archived(false)
        .lastMessage(message)
        .reading(room.reading().afterMessageOf(side))
        .waitingSince(side.waitingSince(room.waitingSince(), moment.time()))
        .recent(
            room.recent()
                .with(
                    new Recent(
                        moment.sequence(),
                        sent.sender(),
                        moment.time(),
                        sent.messageType(),
                        sent.fileUrl(),
                        false)))
        .updated()
        .done();
  }

  private static Conversation edit(Conversation room, MessageEdited edited, Moment moment) {
    var change = new RoomChange(room, moment).seenBy(edited.editor());
    var last = room.lastMessage();
    return last != null && last.seq() == edited.messageSeq()
        ? change.lastMessage(last.edited(edited.content(), moment.time())).done()
        : change.done();
  }

  private static Conversation delete(Conversation room, MessageDeleted deleted, Moment moment) {
    var change =
        new RoomChange(room, moment)
            .seenBy(deleted.deletedBy())
            .recent(room.recent().withDeleted(deleted.messageSeq()));
    var last = room.lastMessage();
    return last != null && last.seq() == deleted.messageSeq()
        ? change.lastMessage(last.gone()).done()
        : change.done();
  }

  private static Conversation read(Conversation room, MessagesRead read, Moment moment) {
    var side = read.reader().role().side();
    var change =
        new RoomChange(room, moment)
            .readBy(read.reader(), read.upToSeq())
            .reading(room.reading().afterReading(side, read.upToSeq(), read.unread()));
    var last = room.lastMessage();
    return last != null
            && !last.isRead()
            && last.seq() <= read.upToSeq()
            && isOfAnother(last, room, side)
        ? change.lastMessage(last.readAt(moment.time())).done()
        : change.done();
  }

  /// Whether the message is of another side than this one. Who wrote it is a participant.
  private static boolean isOfAnother(MessageView message, Conversation room, Side reader) {
    String author = message.guest() ? "guest:" + message.guestId() : "account:" + message.sender();
    return room.participant(author)
        .map(Participant::person)
        .map(Person::role)
        .filter(role -> role.side() == reader)
        .isEmpty();
  }
}
