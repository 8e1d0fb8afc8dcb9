package io.parley.command.room;

import static io.parley.command.People.ADMIN;
import static io.parley.command.People.ALI;
import static io.parley.command.People.COMPETITOR;
import static io.parley.command.People.NASRIN;
import static io.parley.command.People.OTHER_GUEST;
import static io.parley.command.People.POLICY;
import static io.parley.command.People.SARA;
import static io.parley.command.People.buyer;
import static io.parley.command.People.vendor;
import static io.parley.command.room.RoomStory.ROOM;
import static io.parley.command.room.RoomStory.archived;
import static io.parley.command.room.RoomStory.archives;
import static io.parley.command.room.RoomStory.forwarded;
import static io.parley.command.room.RoomStory.fullRoom;
import static io.parley.command.room.RoomStory.given;
import static io.parley.command.room.RoomStory.roomOf;
import static io.parley.command.room.RoomStory.startedBy;
import static io.parley.command.room.RoomStory.unarchives;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.command.Story;
import io.parley.schemas.command.Actor;
import io.parley.schemas.event.RoomEvent.ConversationArchived;
import io.parley.schemas.event.RoomEvent.ConversationUnarchived;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchiveConversationTest {
  static List<Actor> outsiders() {
    return List.of(NASRIN, OTHER_GUEST, COMPETITOR);
  }

  @Test
  void aRoomIsPutAwayAndTakenOut() {
    var story =
        given(startedBy(buyer(SARA)))
            .when(SARA, archives())
            .then(new ConversationArchived(ROOM, buyer(SARA)));
    assertThat(roomOf(story).archived()).isTrue();

    story.when(ALI, unarchives()).then(new ConversationUnarchived(ROOM, vendor(ALI)));
    assertThat(roomOf(story).archived()).isFalse();
    assertThat(roomOf(story).participant("account:7")).isPresent();
  }

  @Test
  void twiceIsOnce() {
    given(startedBy(buyer(SARA))).when(SARA, unarchives()).thenItIsSo();
    given(startedBy(buyer(SARA)), archived(buyer(SARA))).when(ALI, archives()).thenItIsSo();
  }

  @Test
  void puttingAwayIsNoNewsForLists() {
    var story = given(startedBy(buyer(SARA))).after(Duration.ofDays(1));
    story.when(SARA, archives()).then(ConversationArchived.class);

    assertThat(roomOf(story).updatedAt()).isEqualTo(Story.NINE);
  }

  @Test
  void theAnswerIsTheRoomAsItIsNow() {
    var story = given(startedBy(buyer(SARA)), archived(buyer(SARA)));

    assertThat(RoomAnswers.answer(story.state(), SARA, archives(), story.moment(), true))
        .isInstanceOfSatisfying(
            Outcome.RoomNow.class,
            now -> {
              assertThat(now.created()).isFalse();
              assertThat(now.room().isArchived()).isTrue();
              assertThat(now.room().seq()).isEqualTo(2);
            });
  }

  @ParameterizedTest
  @MethodSource("outsiders")
  void toOutsidersItIsNoRoom(Actor outsider) {
    given(startedBy(buyer(SARA))).when(outsider, archives()).thenRefused(Refusal.ROOM_NOT_FOUND);
    given(startedBy(buyer(SARA)), archived(buyer(SARA)))
        .when(outsider, unarchives())
        .thenRefused(Refusal.ROOM_NOT_FOUND);
  }

  @Test
  void whereNobodyTalksNothingIsPutAway() {
    given().when(SARA, archives()).thenRefused(Refusal.ROOM_NOT_FOUND);
    given().when(SARA, unarchives()).thenRefused(Refusal.ROOM_NOT_FOUND);
    given(forwarded()).when(SARA, archives()).thenRefused(Refusal.ROOM_NOT_FOUND);
    given(startedBy(buyer(SARA))).when(POLICY, archives()).thenRefused(Refusal.NOT_ALLOWED);
    given(startedBy(buyer(SARA))).when(POLICY, unarchives()).thenRefused(Refusal.NOT_ALLOWED);
  }

  @Test
  void theHundredAndFirstDoesNotComeInThisWay() {
    given(fullRoom()).when(ALI, archives()).thenRefused(Refusal.ROOM_FULL);
    var archivedRoom = given(fullRoom()).given(archived(buyer(SARA)));
    archivedRoom.when(ADMIN, unarchives()).thenRefused(Refusal.ROOM_FULL);
    archivedRoom.when(SARA, unarchives()).then(ConversationUnarchived.class);
  }
}
