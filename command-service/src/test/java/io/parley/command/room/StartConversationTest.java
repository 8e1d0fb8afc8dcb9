package io.parley.command.room;

import static io.parley.command.People.ADMIN;
import static io.parley.command.People.ALI;
import static io.parley.command.People.AUDITOR;
import static io.parley.command.People.COMPETITOR;
import static io.parley.command.People.GUEST;
import static io.parley.command.People.NASRIN;
import static io.parley.command.People.OTHER_GUEST;
import static io.parley.command.People.POLICY;
import static io.parley.command.People.SARA;
import static io.parley.command.People.SHOP;
import static io.parley.command.People.buyer;
import static io.parley.command.room.RoomStory.ELSEWHERE;
import static io.parley.command.room.RoomStory.ROOM;
import static io.parley.command.room.RoomStory.attached;
import static io.parley.command.room.RoomStory.forwarded;
import static io.parley.command.room.RoomStory.given;
import static io.parley.command.room.RoomStory.roomOf;
import static io.parley.command.room.RoomStory.startedBy;
import static io.parley.command.room.RoomStory.startedEvent;
import static io.parley.command.room.RoomStory.starts;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.command.Story;
import io.parley.schemas.ConversationKind;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.Role;
import io.parley.schemas.command.RoomCommand.StartConversation;
import io.parley.schemas.event.RoomEvent.ConversationStarted;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StartConversationTest {
  static List<Actor.Account> accountsThatBuy() {
    var auditorWhoBuys =
        new Actor.Account(AUDITOR.accountId(), "auditor", Set.of(Role.AUDITOR, Role.BUYER), null);
    return List.of(SARA, COMPETITOR, ADMIN, auditorWhoBuys);
  }

  static List<Actor> othersThanTheBuyer() {
    return List.of(NASRIN, OTHER_GUEST, ALI, COMPETITOR, ADMIN, AUDITOR);
  }

  @ParameterizedTest
  @MethodSource("accountsThatBuy")
  void everyAccountIsABuyerInAnothersShop(Actor.Account account) {
    given().when(account, starts()).then(startedEvent(buyer(account)));
  }

  @Test
  void aGuestIsKnownByItsPublicIdAndANameMadeOfIt() {
    var started = given().when(GUEST, starts()).then(ConversationStarted.class);

    assertThat(started.buyer()).isEqualTo(GUEST.person());
    assertThat(started.buyer().username())
        .isEqualTo("guest-" + GUEST.guestId().toString().substring(0, 8));
  }

  @Test
  void withoutAProductItIsDirect() {
    given()
        .when(SARA, new StartConversation(ROOM, SHOP, null))
        .then(new ConversationStarted(ROOM, ConversationKind.DIRECT, SHOP, null, buyer(SARA)));
  }

  @Test
  void theProductStaysAsItWas() {
    var story = given();
    var started = story.when(SARA, starts()).then(ConversationStarted.class);

    assertThat(roomOf(story).product()).isEqualTo(started.product());
    assertThat(roomOf(story).createdAt()).isEqualTo(Story.NINE);
    assertThat(roomOf(story).participants())
        .containsExactly(new Participant(buyer(SARA), Story.NINE, null, 0));
  }

  @Test
  void nobodyIsACustomerInItsOwnShop() {
    given().when(ALI, starts()).thenRefused(Refusal.OWN_SHOP);
  }

  @Test
  void anAuditorOnlyReads() {
    given().when(AUDITOR, starts()).thenRefused(Refusal.NOT_ALLOWED);
  }

  @Test
  void aPolicyTalksWithNobody() {
    given().when(POLICY, starts()).thenRefused(Refusal.NOT_ALLOWED);
    given(startedBy(buyer(SARA))).when(POLICY, starts()).thenRefused(Refusal.NOT_ALLOWED);
  }

  @Test
  void startingAgainIsTheSameRoom() {
    given(startedBy(buyer(SARA))).when(SARA, starts()).thenItIsSo();
    given(startedBy(GUEST.person())).when(GUEST, starts()).thenItIsSo();
  }

  @Test
  void theAccountThatTheGuestBecameIsItsBuyerToo() {
    given(startedBy(GUEST.person()), attached(GUEST, SARA)).when(SARA, starts()).thenItIsSo();
  }

  @ParameterizedTest
  @MethodSource("othersThanTheBuyer")
  void toOthersItIsNoRoom(Actor other) {
    given(startedBy(buyer(SARA))).when(other, starts()).thenRefused(Refusal.ROOM_NOT_FOUND);
  }

  @Test
  void aForwardedRoomPointsToTheOneWithTheTalk() {
    var story = given(forwarded()).when(SARA, starts()).thenItIsSo();

    assertThat(RoomAnswers.answer(story.state(), SARA, starts(), story.moment(), false))
        .isEqualTo(new Outcome.RoomElsewhere(ELSEWHERE));
  }
}
