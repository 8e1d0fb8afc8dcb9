package io.parley.command.room;

import static io.parley.command.People.ADMIN;
import static io.parley.command.People.ALI;
import static io.parley.command.People.GUEST;
import static io.parley.command.People.NASRIN;
import static io.parley.command.People.OTHER_GUEST;
import static io.parley.command.People.POLICY;
import static io.parley.command.People.SARA;
import static io.parley.command.People.buyer;
import static io.parley.command.room.RoomStory.ELSEWHERE;
import static io.parley.command.room.RoomStory.ROOM;
import static io.parley.command.room.RoomStory.attached;
import static io.parley.command.room.RoomStory.attaches;
import static io.parley.command.room.RoomStory.forwarded;
import static io.parley.command.room.RoomStory.forwards;
import static io.parley.command.room.RoomStory.fullRoom;
import static io.parley.command.room.RoomStory.given;
import static io.parley.command.room.RoomStory.roomOf;
import static io.parley.command.room.RoomStory.sends;
import static io.parley.command.room.RoomStory.startedBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.Unread;
import io.parley.schemas.command.Actor;
import io.parley.schemas.event.RoomEvent.ConversationForwarded;
import io.parley.schemas.event.RoomEvent.ParticipantAttached;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the policies ask of rooms when a guest turns out to be an account.
class LinkedRoomTest {
  static List<Actor> everybodyInTheRoom() {
    return List.of(GUEST, ALI, ADMIN);
  }

  @Test
  void theAccountComesIntoTheGuestsRoom() {
    var story =
        given(startedBy(GUEST.person()))
            .when(POLICY, attaches(GUEST, SARA))
            .then(new ParticipantAttached(ROOM, GUEST.guestId(), buyer(SARA)));

    assertThat(roomOf(story).audience()).containsExactly("vendor:1", GUEST.key(), "account:42");
    story
        .when(SARA, sends("من همان مهمانم"))
        .then(RoomStory.sentEvent(3, buyer(SARA), "من همان مهمانم", new Unread(0, 1)));
  }

  @Test
  void twiceIsOnce() {
    given(startedBy(GUEST.person()), attached(GUEST, SARA))
        .when(POLICY, attaches(GUEST, SARA))
        .thenItIsSo();
  }

  @Test
  void anotherGuestsRoomIsNotTheAccounts() {
    given(startedBy(GUEST.person()))
        .when(POLICY, attaches(OTHER_GUEST, SARA))
        .thenRefused(Refusal.ROOM_NOT_FOUND);
    given(startedBy(buyer(NASRIN)))
        .when(POLICY, attaches(GUEST, SARA))
        .thenRefused(Refusal.ROOM_NOT_FOUND);
  }

  @Test
  void aRoomThatWasClaimedButNotStartedWaits() {
    given().when(POLICY, attaches(GUEST, SARA)).thenRefused(Refusal.ROOM_NOT_FOUND);
    given(forwarded()).when(POLICY, attaches(GUEST, SARA)).thenRefused(Refusal.ROOM_NOT_FOUND);
  }

  @Test
  void aFullRoomTakesNobody() {
    var full = fullRoom();
    full[0] = startedBy(GUEST.person());

    given(full).when(POLICY, attaches(GUEST, SARA)).thenRefused(Refusal.ROOM_FULL);
  }

  @ParameterizedTest
  @MethodSource("everybodyInTheRoom")
  void nobodyButAPolicyBringsPeopleInOrForwards(Actor somebody) {
    given(startedBy(GUEST.person()))
        .when(somebody, attaches(GUEST, SARA))
        .thenRefused(Refusal.NOT_ALLOWED)
        .when(somebody, forwards())
        .thenRefused(Refusal.NOT_ALLOWED);
    given().when(somebody, forwards()).thenRefused(Refusal.ROOM_NOT_FOUND);
  }

  @Test
  void theAccountsOwnRoomPointsToTheGuestsAsLongAsItIsVacant() {
    given()
        .when(POLICY, forwards())
        .then(new ConversationForwarded(ROOM, ELSEWHERE))
        .when(POLICY, forwards())
        .thenItIsSo();
  }

  @Test
  void aRoomWithATalkInItStaysWhatItIs() {
    var story = given(startedBy(buyer(SARA))).when(POLICY, forwards()).thenItIsSo();

    assertThat(roomOf(story).roomId()).isEqualTo(ROOM);
    assertThat(RoomAnswers.answer(story.state(), POLICY, forwards(), story.moment(), false))
        .isEqualTo(new Outcome.Done());
  }
}
