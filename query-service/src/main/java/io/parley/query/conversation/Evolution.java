package io.parley.query.conversation;

import io.parley.query.conversation.Conversation.Subject;
import io.parley.query.message.StoredMessage;
import io.parley.schemas.Person;
import io.parley.schemas.Unread;
import io.parley.schemas.event.EventEnvelope;
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
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What an event makes of a conversation; a pure function.
final class Evolution {
  private Evolution() {}

  /// The conversation after the event, or null as long as there is none.
  static @Nullable Conversation after(
      @Nullable Conversation before, RoomEvent event, EventEnvelope envelope) {
    if (event instanceof ConversationStarted started) {
      return started(started, envelope);
    }
    return before == null ? null : changed(before, event, envelope).at(envelope.sequence());
  }

  private static Conversation started(ConversationStarted event, EventEnvelope envelope) {
    var at = envelope.time();
    return new Conversation(
        event.roomId(),
        new Subject(event.kind(), event.vendorId(), event.product(), event.buyer().guestId(), at),
        Participants.with(List.of(), event.buyer(), at),
        null,
        Unread.NONE,
        false,
        null,
        envelope.sequence(),
        at);
  }

  private static Conversation changed(Conversation room, RoomEvent event, EventEnvelope envelope) {
    var at = envelope.time();
    return switch (event) {
      case ConversationStarted _,
          ConversationForwarded _,
          ConversationReported _,
          ReportsClosed _ ->
          room;
      case MessageSent e ->
          joined(room, e.sender(), at).withNews(StoredMessage.of(e, envelope), e.unread());
      case MessageEdited e ->
          joined(lastMessage(room, e.messageSeq(), m -> m.edited(e.content(), at)), e.editor(), at);
      case MessageDeleted e ->
          joined(
              lastMessage(room, e.messageSeq(), StoredMessage::withoutContent), e.deletedBy(), at);
      case MessagesRead e -> read(room, e, at);
      case ConversationArchived e -> joined(room, e.by(), at).archived(true);
      case ConversationUnarchived e -> joined(room, e.by(), at).archived(false);
      case ParticipantAttached e -> joined(room, e.participant(), at);
    };
  }

  private static Conversation joined(Conversation room, Person person, Instant at) {
    return room.withParticipants(Participants.with(room.participants(), person, at));
  }

  private static Conversation lastMessage(
      Conversation room, long messageSeq, UnaryOperator<StoredMessage> change) {
    var last = room.lastMessage();
    return last == null || last.seq() != messageSeq
        ? room
        : room.withLastMessage(change.apply(last), room.unread());
  }

  private static Conversation read(Conversation room, MessagesRead event, Instant at) {
    var reader = event.reader();
    var last = room.lastMessage();
    return room.withParticipants(
            Participants.read(room.participants(), reader, at, event.upToSeq()))
        .withLastMessage(
            last == null ? null : last.readBy(reader.role().side(), event.upToSeq(), at),
            event.unread());
  }
}
