package io.parley.delivery.fanout;

import io.parley.edge.identity.Caller;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.Role;
import java.util.Set;

/// The people of these tests.
final class Callers {
  static final Person SARA = Person.account(ParticipantRole.BUYER, new MarketplaceId("42"), "سارا");
  static final Caller SARA_CALLS =
      caller(new Actor.Account(new MarketplaceId("42"), "سارا", Set.of(Role.BUYER), null));
  static final Caller VENDOR_CALLS =
      caller(
          new Actor.Account(
              new MarketplaceId("7"), "علی", Set.of(Role.VENDOR), new MarketplaceId("1")));
  static final Caller STRANGER_CALLS =
      caller(new Actor.Account(new MarketplaceId("66"), "x", Set.of(Role.BUYER), null));

  private Callers() {}

  private static Caller caller(Actor.Account account) {
    return new Caller(account, null, "token", null);
  }
}
