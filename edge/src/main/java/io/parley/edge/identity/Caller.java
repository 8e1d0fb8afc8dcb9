package io.parley.edge.identity;

import io.parley.schemas.MarketplaceId;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who is asking, and what they brought to show it. `guestSession` and `token` are secrets: they
/// are passed on to nobody but Parley's own services.
///
/// @param expiresAt when the token stops to hold, or null for a guest or a token without an end
public record Caller(
    Actor actor, @Nullable UUID guestSession, @Nullable String token, @Nullable Instant expiresAt) {

  /// The account, unless it is a guest.
  public Optional<Actor.Account> account() {
    return actor instanceof Actor.Account account ? Optional.of(account) : Optional.empty();
  }

  /// Whether this is one of the marketplace's staff.
  public boolean isAdmin() {
    return account().filter(a -> a.is(Role.ADMIN)).isPresent();
  }

  /// The vendor that this account answers for.
  public Optional<MarketplaceId> vendor() {
    return account().filter(a -> a.is(Role.VENDOR)).flatMap(a -> Optional.ofNullable(a.vendorId()));
  }
}
