package io.parley.schemas.command;

import io.parley.schemas.MarketplaceId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be asked of a guest session, by the guest's public id.
public sealed interface GuestCommand extends Command {
  /// The guest's public id.
  UUID guestId();

  @Override
  default UUID aggregateId() {
    return guestId();
  }

  /// A browser wants to be a guest. `identifier` is what it calls itself.
  record OpenGuestSession(UUID guestId, String identifier) implements GuestCommand {}

  /// A guest is about to start a conversation in this room.
  record ClaimGuestRoom(
      UUID guestId, UUID roomId, MarketplaceId vendorId, @Nullable MarketplaceId productId)
      implements GuestCommand {}

  /// An account says: this guest is me.
  record LinkGuestSession(UUID guestId) implements GuestCommand {}

  /// A policy makes sure that a room that a guest has just started is not forgotten when the guest
  /// was linked in the same moment.
  record ConfirmGuestRoom(
      UUID guestId, UUID roomId, MarketplaceId vendorId, @Nullable MarketplaceId productId)
      implements GuestCommand {}
}
