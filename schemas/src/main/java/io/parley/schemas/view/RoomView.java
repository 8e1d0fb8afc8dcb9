package io.parley.schemas.view;

import io.parley.schemas.ConversationKind;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.Product;
import io.parley.schemas.Side;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A conversation as one of its people sees it: `unread_count` is theirs, and `guest_session`,
/// the guest's secret, is there only for that guest; the others have `guest` and the public
/// `guest_id`. `seq` is the sequence of the room's newest event. `waiting_since` says since when
/// the buyer waits for the vendor's answer: null when it has one, or when the room was put away.
public record RoomView(
    UUID roomId,
    ConversationKind kind,
    MarketplaceId vendorId,
    @Nullable Product product,
    List<ParticipantView> participants,
    @Nullable UUID guestSession,
    boolean guest,
    @Nullable UUID guestId,
    boolean isArchived,
    long seq,
    @Nullable MessageView lastMessage,
    long unreadCount,
    @Nullable Instant waitingSince,
    Instant createdAt,
    Instant updatedAt) {

  /// The same with the guest's own secret in it.
  public RoomView forGuest(UUID session) {
    return new RoomView(
        roomId,
        kind,
        vendorId,
        product,
        participants,
        session,
        guest,
        guestId,
        isArchived,
        seq,
        lastMessage,
        unreadCount,
        waitingSince,
        createdAt,
        updatedAt);
  }

  /// The same after the caller itself, the buyer, wrote this message.
  public RoomView after(MessageView message) {
    return new RoomView(
        roomId,
        kind,
        vendorId,
        product,
        participants,
        guestSession,
        guest,
        guestId,
        false,
        message.seq(),
        message,
        unreadCount,
        Side.BUYER.waitingSince(waitingSince, message.createdAt()),
        createdAt,
        message.createdAt());
  }
}
