package io.parley.query.oversight;

import io.parley.schemas.MarketplaceId;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// That somebody said that something is wrong, with a message or with the conversation, and what
/// became of it.
///
/// @param closedBy the name of who has seen to it
public record Report(
    By reportedBy,
    String reason,
    @Nullable UUID messageId,
    Instant reportedAt,
    @Nullable Instant closedAt,
    @Nullable String closedBy) {

  /// Somebody of the room.
  public record By(
      ParticipantRole role,
      @Nullable MarketplaceId userId,
      @Nullable UUID guestId,
      String username) {
    static By of(Person person) {
      return new By(person.role(), person.accountId(), person.guestId(), person.username());
    }
  }
}
