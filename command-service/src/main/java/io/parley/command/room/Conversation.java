package io.parley.command.room;

import io.parley.schemas.ConversationKind;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import io.parley.schemas.Product;
import io.parley.schemas.Side;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.Role;
import io.parley.schemas.view.MessageView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A room in which people talk. It remembers its newest message, how far each side has read, and
/// of its messages only the [RecentMessages], so that it stays small however long people talk; and
/// since when the buyer waits for the vendor's answer.
record Conversation(
    UUID roomId,
    ConversationKind kind,
    MarketplaceId vendorId,
    @Nullable Product product,
    List<Participant> participants,
    boolean archived,
    int openReports,
    @Nullable MessageView lastMessage,
    RecentMessages recent,
    Reading reading,
    @Nullable Instant waitingSince,
    long sequence,
    Instant createdAt,
    Instant updatedAt)
    implements RoomState {
  /// How many people can be in a room.
  static final int MAX_PARTICIPANTS = 100;

  @Override
  public List<String> audience() {
    var keys = new ArrayList<String>();
    keys.add("vendor:" + vendorId);
    participants.stream()
        .map(Participant::person)
        .filter(person -> person.role().side() != Side.VENDOR)
        .map(Person::key)
        .forEach(keys::add);
    return List.copyOf(keys);
  }

  /// Who has lost its role since is an outsider.
  @Override
  public boolean admits(Actor actor) {
    return actor instanceof Actor.Policy || personOf(actor).isPresent();
  }

  /// Who this actor is in here: one who is in it already, or one who may come in because it
  /// answers for the vendor or runs the marketplace. Empty for everybody else.
  Optional<Person> personOf(Actor actor) {
    return switch (actor) {
      case Actor.Guest guest -> participant(guest.key()).map(Participant::person);
      case Actor.Account account -> personOf(account);
      case Actor.Visitor _, Actor.Policy _ -> Optional.empty();
    };
  }

  private Optional<Person> personOf(Actor.Account account) {
    var role =
        participant(account.key())
            .map(Participant::person)
            .filter(person -> person.role() == ParticipantRole.BUYER)
            .map(Person::role);
    if (role.isEmpty() && account.answersFor(vendorId)) {
      role = Optional.of(ParticipantRole.VENDOR);
    }
    if (role.isEmpty() && account.is(Role.ADMIN)) {
      role = Optional.of(ParticipantRole.ADMIN);
    }
    return role.map(r -> Person.account(r, account.accountId(), account.username()));
  }

  /// Who this actor is in here as one who runs the marketplace, and else as [#personOf].
  Optional<Person> adminOf(Actor actor) {
    return actor instanceof Actor.Account account && account.is(Role.ADMIN)
        ? Optional.of(
            Person.account(ParticipantRole.ADMIN, account.accountId(), account.username()))
        : personOf(actor);
  }

  Optional<Participant> participant(String key) {
    return participants.stream().filter(p -> p.person().key().equals(key)).findFirst();
  }

  /// Whether this person is in here or can still come in.
  boolean hasPlaceFor(Person person) {
    return participants.size() < MAX_PARTICIPANTS || participant(person.key()).isPresent();
  }
}
