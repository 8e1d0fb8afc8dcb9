package io.parley.delivery.frame;

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
import io.parley.schemas.frame.ServerFrame;
import io.parley.schemas.view.MessageView;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a room's events look like to the people of the room whose sockets did not join it: enough
/// to keep a list of rooms live.
public final class RoomUpdates {
  private RoomUpdates() {}

  /// What somebody on this side is shown, or empty when it does not concern that side. An edited
  /// or deleted message and a new participant are no more than a sign that the room has changed.
  public static Optional<ServerFrame> of(long seq, Instant time, RoomEvent event, Side side) {
    return switch (event) {
      case ConversationStarted e -> RoomFrames.of(seq, time, null, e);
      case ConversationForwarded _, ConversationReported _, ReportsClosed _ -> Optional.empty();
      case MessageSent e ->
          update(e.roomId(), seq, sent(seq, time, e), e.unread().of(side), false, time);
      case MessagesRead e ->
          e.reader().role().side() == side
              ? update(e.roomId(), seq, null, e.unread().of(side), null, time)
              : Optional.empty();
      case ConversationArchived e -> update(e.roomId(), seq, null, null, true, time);
      case ConversationUnarchived e -> update(e.roomId(), seq, null, null, false, time);
      case MessageEdited e -> update(e.roomId(), seq, null, null, null, time);
      case MessageDeleted e -> update(e.roomId(), seq, null, null, null, time);
      case ParticipantAttached e -> update(e.roomId(), seq, null, null, null, time);
    };
  }

  private static MessageView sent(long seq, Instant time, MessageSent event) {
    return MessageView.sent(
        event.messageId(),
        event.roomId(),
        seq,
        event.sender(),
        event.content(),
        event.messageType(),
        event.fileUrl(),
        time);
  }

  private static Optional<ServerFrame> update(
      UUID room,
      long seq,
      @Nullable MessageView lastMessage,
      @Nullable Long unread,
      @Nullable Boolean archived,
      Instant time) {
    return Optional.of(new ServerFrame.RoomUpdated(room, seq, lastMessage, unread, archived, time));
  }
}
