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
///
/// @param waitingSince since when the buyer waits for the vendor's answer, or null
public record Conversation(
    UUID roomId,
    Subject subject,
    List<ParticipantView> participants,
    @Nullable StoredMessage lastMessage,
    Unread unread,
    boolean archived,
    @Nullable Instant waitingSince,
    long seq,
    Instant updatedAt) {

  /// What stays as it was when the conversation began.
  public record Subject(
      ConversationKind kind,
      MarketplaceId vendorId,
      @Nullable Product product,
      @Nullable UUID guestId,
      Instant createdAt) {}

  /// The same after a message, which opens it again and brings it to the top of lists.
  Conversation withNews(StoredMessage message, Unread newUnread) {
    return new Conversation(
        roomId,
        subject,
        participants,
        message,
        newUnread,
        false,
        message.side().waitingSince(waitingSince, message.createdAt()),
        seq,
        message.createdAt());
  }

  Conversation withParticipants(List<ParticipantView> people) {
    return new Conversation(
        roomId, subject, people, lastMessage, unread, archived, waitingSince, seq, updatedAt);
  }

  Conversation withLastMessage(@Nullable StoredMessage message, Unread left) {
    return new Conversation(
        roomId, subject, participants, message, left, archived, waitingSince, seq, updatedAt);
  }

  /// The same put away, so that nobody waits in it any more, or taken out again.
  Conversation archived(boolean now) {
    return new Conversation(
        roomId,
        subject,
        participants,
        lastMessage,
        unread,
        now,
        now ? null : waitingSince,
        seq,
        updatedAt);
  }

  /// The same after its event of this sequence.
  Conversation at(long newSeq) {
    return new Conversation(
        roomId,
        subject,
        participants,
        lastMessage,
        unread,
        archived,
        waitingSince,
        newSeq,
        updatedAt);
  }
}
