package io.parley.edge.identity;

import io.parley.schemas.MarketplaceId;
import io.parley.schemas.MessageContent;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/// What a verified token says: `sub`, `username`, `roles` and `vendor_id`. Anything that is there
/// in another form makes the token invalid, with an `IllegalArgumentException`.
final class Claims {
  private static final int MAX_USERNAME_LENGTH = 150;

  private Claims() {}

  static Actor.Account account(Jwt jwt) {
    String subject =
        Optional.ofNullable(jwt.getSubject())
            .orElseThrow(() -> new IllegalArgumentException("no sub"));
    var vendor = jwt.getClaim("vendor_id");
    return new Actor.Account(
        new MarketplaceId(subject),
        username(jwt.getClaim("username"), subject),
        roles(jwt.getClaim("roles")),
        vendor == null ? null : MarketplaceId.of(vendor));
  }

  private static String username(@Nullable Object claim, String subject) {
    if (claim == null) {
      return subject;
    }
    if (claim instanceof String name
        && !name.isBlank()
        && name.length() <= MAX_USERNAME_LENGTH
        && MessageContent.isText(name)) {
      return name;
    }
    throw new IllegalArgumentException("username");
  }

  /// Roles that are not ours are passed over; an account without any of ours is a buyer.
  private static Set<Role> roles(@Nullable Object claim) {
    if (claim != null && !(claim instanceof Collection<?>)) {
      throw new IllegalArgumentException("roles");
    }
    var roles = EnumSet.noneOf(Role.class);
    if (claim instanceof Collection<?> names) {
      for (Role role : Role.values()) {
        if (names.contains(role.name().toLowerCase(Locale.ROOT))) {
          roles.add(role);
        }
      }
    }
    return roles.isEmpty() ? EnumSet.of(Role.BUYER) : roles;
  }
}
