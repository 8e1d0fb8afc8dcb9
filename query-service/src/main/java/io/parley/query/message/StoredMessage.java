package io.parley.query.message;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.parley.schemas.MessageType;
import io.parley.schemas.Person;
import io.parley.schemas.Side;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.RoomEvent.MessageSent;
import io.parley.schemas.view.MessageView;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message as the read models keep it, before it is known who looks at it.
public record StoredMessage(
    UUID id,
    UUID roomId,
    long seq,
    Person sender,
    String content,
    MessageType type,
    @Nullable String fileUrl,
    @Nullable Instant readAt,
    @Nullable Instant editedAt,
    boolean deleted,
    Instant createdAt,
    UUID commandId) {

  /// A message that has just been sent.
  public static StoredMessage of(MessageSent sent, EventEnvelope event) {
    return new StoredMessage(
        sent.messageId(),
        sent.roomId(),
        event.sequence(),
        sent.sender(),
        sent.content(),
        sent.messageType(),
        sent.fileUrl(),
        null,
        null,
        false,
        event.time(),
        event.commandId());
  }

  /// The side that sent it.
  @JsonIgnore
  public Side side() {
    return sender.role().side();
  }

  /// The message with another content.
  public StoredMessage edited(String newContent, Instant at) {
    return new StoredMessage(
        id,
        roomId,
        seq,
        sender,
        deleted ? content : newContent,
        type,
        fileUrl,
        readAt,
        at,
        deleted,
        createdAt,
        commandId);
  }

  /// The message taken back: nothing of what it said is left.
  public StoredMessage withoutContent() {
    return new StoredMessage(
        id, roomId, seq, sender, "", type, null, readAt, editedAt, true, createdAt, commandId);
  }

  /// The message when somebody of this side has read up to a sequence.
  public StoredMessage readBy(Side reader, long upToSeq, Instant at) {
    if (readAt != null || reader == side() || upToSeq < seq) {
      return this;
    }
    return new StoredMessage(
        id, roomId, seq, sender, content, type, fileUrl, at, editedAt, deleted, createdAt,
        commandId);
  }

  /// As somebody sees it: the sender alone sees its own `client_message_id`.
  public MessageView seenBy(String viewerKey) {
    return new MessageView(
        id,
        roomId,
        seq,
        sender.accountId(),
        sender.username(),
        sender.isGuest(),
        sender.guestId(),
        sender.role(),
        content,
        type,
        fileUrl,
        readAt != null,
        readAt,
        editedAt,
        deleted,
        createdAt,
        sender.key().equals(viewerKey) ? commandId : null);
  }
}
