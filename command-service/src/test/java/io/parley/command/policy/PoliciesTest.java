package io.parley.command.policy;

import static io.parley.command.People.GUEST;
import static io.parley.command.People.SAFFRON;
import static io.parley.command.People.SARA;
import static io.parley.command.People.SHOP;
import static io.parley.command.People.buyer;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.ConversationKind;
import io.parley.schemas.Ids;
import io.parley.schemas.command.Command;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.GuestCommand.ConfirmGuestRoom;
import io.parley.schemas.command.RoomCommand.AttachParticipant;
import io.parley.schemas.command.RoomCommand.ForwardConversation;
import io.parley.schemas.event.Aggregate;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.EventTypes;
import io.parley.schemas.event.GuestEvent.ClaimedRoom;
import io.parley.schemas.event.GuestEvent.GuestRoomAdopted;
import io.parley.schemas.event.GuestEvent.GuestSessionLinked;
import io.parley.schemas.event.GuestEvent.GuestSessionOpened;
import io.parley.schemas.event.RoomEvent.ConversationArchived;
import io.parley.schemas.event.RoomEvent.ConversationStarted;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PoliciesTest {
  private static final UUID GUESTS_ROOM = Ids.room(GUEST.key(), "1", "123");
  private static final UUID OWN_ROOM = Ids.room("account:42", "1", "123");
  private static final ClaimedRoom CLAIMED = new ClaimedRoom(GUESTS_ROOM, SHOP, SAFFRON.id());
  private static final GuestSessionLinked LINKED =
      new GuestSessionLinked(GUEST.guestId(), SARA.accountId(), "سارا", List.of(CLAIMED));

  private static EventEnvelope event(Event data) {
    var id = GUEST.guestId();
    return new EventEnvelope(
        Ids.event(id, 1),
        EventTypes.nameOf(data.getClass()),
        Aggregate.GUEST,
        id,
        1,
        Instant.EPOCH,
        new UUID(1, 1),
        "digest",
        0,
        null,
        data);
  }

  private static List<Command> reaction(Event data) {
    return Policies.react(event(data)).stream().map(CommandEnvelope::command).toList();
  }

  private static ConversationStarted startedBy(io.parley.schemas.Person buyer) {
    return new ConversationStarted(GUESTS_ROOM, ConversationKind.PRODUCT, SHOP, SAFFRON, buyer);
  }

  @Test
  void whenAGuestIsLinkedItsRoomsGetTheAccountAndTheAccountsOwnPointThere() {
    assertThat(reaction(LINKED))
        .containsExactly(
            new AttachParticipant(GUESTS_ROOM, GUEST.guestId(), SARA.accountId(), "سارا"),
            new ForwardConversation(OWN_ROOM, GUESTS_ROOM));
  }

  @Test
  void withoutProductsToo() {
    var direct = Ids.room(GUEST.key(), "1", null);
    var linked =
        new GuestSessionLinked(
            GUEST.guestId(),
            SARA.accountId(),
            "سارا",
            List.of(new ClaimedRoom(direct, SHOP, null)));

    assertThat(reaction(linked))
        .contains(new ForwardConversation(Ids.room("account:42", "1", null), direct));
  }

  @Test
  void whenARoomIsAdoptedTheSameIsAskedUnderTheSameIds() {
    var adopted = new GuestRoomAdopted(GUEST.guestId(), SARA.accountId(), "سارا", CLAIMED);

    assertThat(Policies.react(event(adopted))).isEqualTo(Policies.react(event(LINKED)));
  }

  @Test
  void whenAGuestStartsItsRoomIsConfirmed() {
    assertThat(reaction(startedBy(GUEST.person())))
        .containsExactly(new ConfirmGuestRoom(GUEST.guestId(), GUESTS_ROOM, SHOP, SAFFRON.id()));
  }

  @Test
  void theSameEventTwiceIsTheSameCommandsTwice() {
    for (Event data : List.of(LINKED, startedBy(GUEST.person()))) {
      assertThat(Policies.react(event(data)))
          .isNotEmpty()
          .isEqualTo(Policies.react(event(data)))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void whatConcernsNoGuestIsLeftAlone() {
    assertThat(reaction(startedBy(buyer(SARA)))).isEmpty();
    assertThat(reaction(new GuestSessionOpened(GUEST.guestId(), ""))).isEmpty();
    assertThat(reaction(new ConversationArchived(GUESTS_ROOM, buyer(SARA)))).isEmpty();
  }

  @Test
  void eventsThatNobodyReactsToAreNotEvenParsed() {
    assertThat(Policies.EVENT_TYPES)
        .containsExactlyInAnyOrder(
            EventTypes.nameOf(GuestSessionLinked.class),
            EventTypes.nameOf(GuestRoomAdopted.class),
            EventTypes.nameOf(ConversationStarted.class));
  }
}
