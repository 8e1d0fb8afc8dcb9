package io.parley.schemas.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.MessageType;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message as people see it. `sender` is null for a guest, who is known by `guest_id`. A
/// deleted message has no content and no file. `role` is what the sender was in the conversation.
/// `client_message_id` is there only for who sent it.
public record MessageView(
    UUID id,
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
    boolean isRead,
    @Nullable Instant readAt,
    @Nullable Instant editedAt,
    boolean deleted,
    Instant createdAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID clientMessageId) {

  /// A message that has just been sent, as everybody sees it.
  public static MessageView sent(
      UUID id,
      UUID roomId,
      long seq,
      Person sender,
      String content,
      MessageType messageType,
      @Nullable String fileUrl,
      Instant createdAt) {
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
        messageType,
        fileUrl,
        false,
        null,
        null,
        false,
        createdAt,
        null);
  }

  /// The same after its author changed it.
  public MessageView edited(String newContent, Instant at) {
    return with(newContent, fileUrl, isRead, readAt, at, deleted, clientMessageId);
  }

  /// The same after it was taken back.
  public MessageView gone() {
    return with("", null, isRead, readAt, editedAt, true, clientMessageId);
  }

  /// The same after somebody of another side has read it.
  public MessageView readAt(Instant at) {
    return with(content, fileUrl, true, at, editedAt, deleted, clientMessageId);
  }

  /// The same as its sender sees it.
  public MessageView forSender(UUID commandId) {
    return with(content, fileUrl, isRead, readAt, editedAt, deleted, commandId);
  }

  private MessageView with(
      String newContent,
      @Nullable String newFileUrl,
      boolean newIsRead,
      @Nullable Instant newReadAt,
      @Nullable Instant newEditedAt,
      boolean newDeleted,
      @Nullable UUID newClientMessageId) {
    return new MessageView(
        id,
        roomId,
        seq,
        sender,
        senderUsername,
        guest,
        guestId,
        role,
        newContent,
        messageType,
        newFileUrl,
        newIsRead,
        newReadAt,
        newEditedAt,
        newDeleted,
        createdAt,
        newClientMessageId);
  }
}
