package io.parley.schemas.event;

import io.parley.schemas.MarketplaceId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can happen to a guest session.
public sealed interface GuestEvent extends Event {
  /// A browser became a guest. Always the first event of its session.
  record GuestSessionOpened(UUID guestId, String identifier) implements GuestEvent {}

  /// The guest is about to start a conversation in a room of its own.
  record GuestRoomClaimed(UUID guestId, ClaimedRoom room) implements GuestEvent {}

  /// The guest signed in: from now on it is this account, with the rooms it had until then.
  record GuestSessionLinked(
      UUID guestId, MarketplaceId accountId, String username, List<ClaimedRoom> rooms)
      implements GuestEvent {}

  /// The guest started a conversation in the moment in which it signed in, or later: this room is
  /// the account's as well.
  record GuestRoomAdopted(UUID guestId, MarketplaceId accountId, String username, ClaimedRoom room)
      implements GuestEvent {}

  /// A room that a guest may start a conversation in, and about what.
  record ClaimedRoom(UUID roomId, MarketplaceId vendorId, @Nullable MarketplaceId productId) {}
}
