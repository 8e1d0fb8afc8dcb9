package io.parley.query.given;

import io.parley.schemas.Ids;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.Person;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.GuestEvent.GuestSessionLinked;
import io.parley.schemas.event.GuestEvent.GuestSessionOpened;
import java.util.List;
import java.util.UUID;

/// A guest whose session was opened.
public final class GivenGuest {
  private final UUID session;
  private final Chain chain;

  private GivenGuest(UUID session) {
    this.session = session;
    this.chain = Chain.ofGuest(Ids.guest(session));
  }

  public static GivenGuest opened(String identifier) {
    var guest = new GivenGuest(UUID.randomUUID());
    guest.chain.add(new GuestSessionOpened(guest.id(), identifier));
    return guest;
  }

  public GivenGuest linkedTo(String account, String username) {
    chain.add(new GuestSessionLinked(id(), new MarketplaceId(account), username, List.of()));
    return this;
  }

  /// The secret.
  public UUID session() {
    return session;
  }

  /// The public id.
  public UUID id() {
    return chain.aggregateId();
  }

  public Person person() {
    return Person.guest(id());
  }

  public List<EventEnvelope> events() {
    return chain.events();
  }
}
