package io.parley.schemas;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody as others in a room see them: an account of the marketplace, or a guest by its public
/// id. Exactly one of `account_id` and `guest_id` is there.
public record Person(
    ParticipantRole role,
    @Nullable MarketplaceId accountId,
    @Nullable UUID guestId,
    String username) {

  /// A signed-in person.
  public static Person account(ParticipantRole role, MarketplaceId accountId, String username) {
    return new Person(role, accountId, null, username);
  }

  /// A guest; the name is made of the public id.
  public static Person guest(UUID guestId) {
    return new Person(
        ParticipantRole.GUEST, null, guestId, "guest-" + guestId.toString().substring(0, 8));
  }

  /// What tells people apart: `account:42` or `guest:<id>`.
  public String key() {
    return accountId != null ? "account:" + accountId : "guest:" + guestId;
  }

  /// Whether this is a guest.
  @JsonIgnore
  public boolean isGuest() {
    return guestId != null;
  }
}
