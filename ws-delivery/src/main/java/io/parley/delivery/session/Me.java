package io.parley.delivery.session;

import io.parley.edge.identity.Caller;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import io.parley.schemas.Side;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.Role;
import io.parley.schemas.frame.ServerFrame.ConnectionEstablished;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a caller is to events: the keys by which they name people, and the side it looks from.
record Me(Caller caller, Person person, Optional<String> vendor) {
  static Me of(Caller caller) {
    return new Me(caller, person(caller.actor()), caller.vendor().map(id -> "vendor:" + id));
  }

  String key() {
    return person.key();
  }

  List<String> keys() {
    return vendor.map(v -> List.of(key(), v)).orElseGet(() -> List.of(key()));
  }

  /// The side from which this one sees a room whose events concern `audience`.
  Side sideAmong(List<String> audience) {
    if (vendor.filter(audience::contains).isPresent()) {
      return Side.VENDOR;
    }
    return caller.isAdmin() ? Side.ADMIN : Side.BUYER;
  }

  /// Whether nobody is to notice that this one looks: an admin watches.
  boolean isUnseen() {
    return person.role() == ParticipantRole.ADMIN;
  }

  boolean isExpired(Instant now) {
    var end = caller.expiresAt();
    return end != null && !now.isBefore(end);
  }

  ConnectionEstablished greeting() {
    return new ConnectionEstablished(person.username(), person.accountId(), caller.guestSession());
  }

  private static Person person(Actor actor) {
    return switch (actor) {
      case Actor.Guest guest -> guest.person();
      case Actor.Account account ->
          Person.account(role(account), account.accountId(), account.username());
      case Actor.Visitor _, Actor.Policy _ ->
          throw new IllegalArgumentException("no socket of the marketplace's: " + actor.key());
    };
  }

  private static ParticipantRole role(Actor.Account account) {
    if (account.is(Role.ADMIN)) {
      return ParticipantRole.ADMIN;
    }
    return account.is(Role.VENDOR) ? ParticipantRole.VENDOR : ParticipantRole.BUYER;
  }
}
