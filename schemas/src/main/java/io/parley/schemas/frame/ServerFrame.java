package io.parley.schemas.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.parley.schemas.Json;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.MessageType;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Product;
import io.parley.schemas.view.MessageView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the server says on `/ws/chat/`: a JSON object with a `type`.
///
/// Every event of a room is exactly one frame to each socket that joined it, and those frames
/// carry the event's sequence as `seq`: who counts 1, 2, 3 has everything. Frames without `seq`
/// are about the socket itself or about what is not stored. `role` says what somebody is in the
/// conversation, `guest_id` which guest, as nobody else has none.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(
      value = ServerFrame.ConnectionEstablished.class,
      name = "connection_established"),
  @JsonSubTypes.Type(value = ServerFrame.Joined.class, name = "joined"),
  @JsonSubTypes.Type(value = ServerFrame.Resync.class, name = "resync"),
  @JsonSubTypes.Type(value = ServerFrame.RoomOpened.class, name = "room_opened"),
  @JsonSubTypes.Type(value = ServerFrame.RoomUpdated.class, name = "room_updated"),
  @JsonSubTypes.Type(value = ServerFrame.Message.class, name = "message"),
  @JsonSubTypes.Type(value = ServerFrame.MessageEdited.class, name = "message_edited"),
  @JsonSubTypes.Type(value = ServerFrame.MessageDeleted.class, name = "message_deleted"),
  @JsonSubTypes.Type(value = ServerFrame.ReadReceipt.class, name = "read_receipt"),
  @JsonSubTypes.Type(value = ServerFrame.RoomArchived.class, name = "room_archived"),
  @JsonSubTypes.Type(value = ServerFrame.RoomUnarchived.class, name = "room_unarchived"),
  @JsonSubTypes.Type(value = ServerFrame.ParticipantJoined.class, name = "participant_joined"),
  @JsonSubTypes.Type(value = ServerFrame.Noted.class, name = "noted"),
  @JsonSubTypes.Type(value = ServerFrame.Typing.class, name = "typing"),
  @JsonSubTypes.Type(value = ServerFrame.ErrorFrame.class, name = "error"),
  @JsonSubTypes.Type(value = ServerFrame.Pong.class, name = "pong")
})
public sealed interface ServerFrame {
  /// The text frame.
  default String toText() {
    return Json.mapper().writerFor(ServerFrame.class).writeValueAsString(this);
  }

  /// You are known as `user`; a guest gets its own session back.
  record ConnectionEstablished(
      String user,
      @Nullable MarketplaceId userId,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID guestSession)
      implements ServerFrame {}

  /// You see this room now. The room's newest event is `seq`; what you missed up to it follows.
  record Joined(UUID roomId, long seq) implements ServerFrame {}

  /// You missed more than can be sent: reload what you show over REST, and go on after `seq`.
  record Resync(UUID roomId, long seq) implements ServerFrame {}

  /// A new conversation: to those who joined it, and to its vendor and buyer without joining.
  record RoomOpened(
      UUID roomId,
      long seq,
      MarketplaceId vendorId,
      @Nullable Product product,
      @Nullable MarketplaceId userId,
      String username,
      boolean guest,
      @Nullable UUID guestId,
      Instant createdAt)
      implements ServerFrame {}

  /// Something changed in a room of yours that this socket did not join. Only what changed is
  /// there.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RoomUpdated(
      UUID roomId,
      long seq,
      @Nullable MessageView lastMessage,
      @Nullable Long unreadCount,
      @Nullable Boolean isArchived,
      Instant updatedAt)
      implements ServerFrame {}

  /// Somebody wrote. `client_message_id` is there for the sender's own sockets only.
  record Message(
      UUID messageId,
      UUID roomId,
      long seq,
      @Nullable MarketplaceId sender,
      String senderUsername,
      boolean guest,
      @Nullable UUID guestId,
      ParticipantRole role,
      String content,
      MessageType messageType,
      @Nullable String fileUrl,
      Instant createdAt,
      boolean isRead,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID clientMessageId)
      implements ServerFrame {}

  /// The author changed a message.
  record MessageEdited(
      UUID roomId, long seq, UUID messageId, long messageSeq, String content, Instant editedAt)
      implements ServerFrame {}

  /// A message was taken back.
  record MessageDeleted(UUID roomId, long seq, UUID messageId, long messageSeq)
      implements ServerFrame {}

  /// Somebody has read up to `up_to_seq`.
  record ReadReceipt(
      UUID roomId,
      long seq,
      @Nullable MarketplaceId userId,
      String username,
      boolean guest,
      @Nullable UUID guestId,
      ParticipantRole role,
      long upToSeq,
      Instant readAt)
      implements ServerFrame {}

  /// The conversation was put away.
  record RoomArchived(
      UUID roomId,
      long seq,
      @Nullable MarketplaceId userId,
      String username,
      @Nullable UUID guestId,
      ParticipantRole role)
      implements ServerFrame {}

  /// The conversation was taken out again.
  record RoomUnarchived(
      UUID roomId,
      long seq,
      @Nullable MarketplaceId userId,
      String username,
      @Nullable UUID guestId,
      ParticipantRole role)
      implements ServerFrame {}

  /// Somebody is in the room from now on.
  record ParticipantJoined(UUID roomId, long seq, @Nullable MarketplaceId userId, String username)
      implements ServerFrame {}

  /// Something that is not for those in the room: it has its place in the room's history, and
  /// nothing to show.
  record Noted(UUID roomId, long seq) implements ServerFrame {}

  /// Somebody types, or stopped; never stored, no `seq`.
  record Typing(
      UUID roomId,
      @Nullable MarketplaceId userId,
      String username,
      boolean guest,
      @Nullable UUID guestId,
      ParticipantRole role,
      boolean isTyping)
      implements ServerFrame {}

  /// Something you asked for was not done; the socket stays. `code` never changes, `message` is
  /// for people, `retry_after` is in seconds.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ErrorFrame(
      String code,
      String message,
      @Nullable UUID roomId,
      @Nullable UUID clientMessageId,
      @Nullable Integer retryAfter)
      implements ServerFrame {}

  /// I am here.
  record Pong() implements ServerFrame {}
}
