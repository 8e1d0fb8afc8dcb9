package io.parley.query.conversation;

import io.parley.query.message.StoredMessage;
import io.parley.schemas.ConversationKind;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.Product;
import io.parley.schemas.Unread;
import io.parley.schemas.view.ParticipantView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation as the read model keeps it, before it is known who looks at it.
public record Conversation(
    UUID roomId,
    Subject subject,
    List<ParticipantView> participants,
    @Nullable StoredMessage lastMessage,
    Unread unread,
    boolean archived,
    long seq,
    Instant updatedAt) {

  /// What stays as it was when the conversation began.
  public record Subject(
      ConversationKind kind,
      MarketplaceId vendorId,
      @Nullable Product product,
      @Nullable UUID guestId,
      Instant createdAt) {}

  /// The same after an event that people see as a change: a message, a change of the archive.
  Conversation active(
      @Nullable StoredMessage newLast, Unread newUnread, boolean nowArchived, Instant at) {
    return new Conversation(
        roomId, subject, participants, newLast, newUnread, nowArchived, seq, at);
  }

  Conversation withParticipants(List<ParticipantView> people) {
    return new Conversation(roomId, subject, people, lastMessage, unread, archived, seq, updatedAt);
  }

  Conversation withLastMessage(@Nullable StoredMessage message) {
    return new Conversation(
        roomId, subject, participants, message, unread, archived, seq, updatedAt);
  }

  Conversation withUnread(Unread left) {
    return new Conversation(
        roomId, subject, participants, lastMessage, left, archived, seq, updatedAt);
  }

  Conversation at(long newSeq) {
    return new Conversation(
        roomId, subject, participants, lastMessage, unread, archived, newSeq, updatedAt);
  }
}
