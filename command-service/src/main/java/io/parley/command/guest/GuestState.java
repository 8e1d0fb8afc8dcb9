package io.parley.command.guest;

import io.parley.command.aggregate.AggregateState;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.event.GuestEvent.ClaimedRoom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a guest session is.
public sealed interface GuestState extends AggregateState {
  @Override
  default List<String> audience() {
    return List.of();
  }

  /// There is no such session.
  record Unknown() implements GuestState {}

  /// A session, the rooms that it claimed, and the account that it turned out to be. `adopted` are
  /// the rooms that the account got after the linking.
  record Session(
      UUID guestId,
      String identifier,
      Instant createdAt,
      List<ClaimedRoom> rooms,
      @Nullable Link link,
      Set<UUID> adopted)
      implements GuestState {
    /// How many rooms a guest can have.
    static final int MAX_ROOMS = 500;

    Optional<ClaimedRoom> room(UUID roomId) {
      return rooms.stream().filter(room -> room.roomId().equals(roomId)).findFirst();
    }
  }

  /// The account behind a guest.
  record Link(MarketplaceId accountId, String username) {}
}
