package io.parley.delivery.frame;

import io.parley.schemas.Person;
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
import io.parley.schemas.frame.ServerFrame;
import io.parley.schemas.view.MessageView;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a room's events look like to the sockets that joined it, live and in history.
public final class RoomFrames {
  private RoomFrames() {}

  /// The one frame that an event is, or empty for an event of a room that nobody can join.
  ///
  /// @param clientMessageId the id of the command, for the sender's own sockets only
  public static Optional<ServerFrame> of(
      long seq, Instant time, @Nullable UUID clientMessageId, RoomEvent event) {
    return switch (event) {
      case ConversationStarted e -> Optional.of(opened(seq, time, e));
      case ConversationForwarded _ -> Optional.empty();
      case MessageSent e -> Optional.of(message(seq, time, clientMessageId, e));
      case MessageEdited e ->
          Optional.of(
              new ServerFrame.MessageEdited(
                  e.roomId(), seq, e.messageId(), e.messageSeq(), e.content(), time));
      case MessageDeleted e ->
          Optional.of(
              new ServerFrame.MessageDeleted(e.roomId(), seq, e.messageId(), e.messageSeq()));
      case MessagesRead e -> Optional.of(receipt(seq, time, e));
      case ConversationArchived e ->
          Optional.of(
              new ServerFrame.RoomArchived(
                  e.roomId(),
                  seq,
                  e.by().accountId(),
                  e.by().username(),
                  e.by().guestId(),
                  e.by().role()));
      case ConversationUnarchived e ->
          Optional.of(
              new ServerFrame.RoomUnarchived(
                  e.roomId(),
                  seq,
                  e.by().accountId(),
                  e.by().username(),
                  e.by().guestId(),
                  e.by().role()));
      case ConversationReported e -> Optional.of(new ServerFrame.Noted(e.roomId(), seq));
      case ReportsClosed e -> Optional.of(new ServerFrame.Noted(e.roomId(), seq));
      case ParticipantAttached e ->
          Optional.of(
              new ServerFrame.ParticipantJoined(
                  e.roomId(), seq, e.participant().accountId(), e.participant().username()));
    };
  }

  /// A message that its sender is shown because the live frame does not come to it.
  public static ServerFrame message(MessageView message, UUID clientMessageId) {
    return new ServerFrame.Message(
        message.id(),
        message.roomId(),
        message.seq(),
        message.sender(),
        message.senderUsername(),
        message.guest(),
        message.guestId(),
        message.role(),
        message.content(),
        message.messageType(),
        message.fileUrl(),
        message.createdAt(),
        message.isRead(),
        clientMessageId);
  }

  private static ServerFrame opened(long seq, Instant time, ConversationStarted event) {
    Person buyer = event.buyer();
    return new ServerFrame.RoomOpened(
        event.roomId(),
        seq,
        event.vendorId(),
        event.product(),
        buyer.accountId(),
        buyer.username(),
        buyer.isGuest(),
        buyer.guestId(),
        time);
  }

  private static ServerFrame message(
      long seq, Instant time, @Nullable UUID clientMessageId, MessageSent event) {
    Person sender = event.sender();
    return new ServerFrame.Message(
        event.messageId(),
        event.roomId(),
        seq,
        sender.accountId(),
        sender.username(),
        sender.isGuest(),
        sender.guestId(),
        sender.role(),
        event.content(),
        event.messageType(),
        event.fileUrl(),
        time,
        false,
        clientMessageId);
  }

  private static ServerFrame receipt(long seq, Instant time, MessagesRead event) {
    Person reader = event.reader();
    return new ServerFrame.ReadReceipt(
        event.roomId(),
        seq,
        reader.accountId(),
        reader.username(),
        reader.isGuest(),
        reader.guestId(),
        reader.role(),
        event.upToSeq(),
        time);
  }
}
