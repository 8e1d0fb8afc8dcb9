package io.parley.command.publicroom;

import static io.parley.command.People.ADMIN;
import static io.parley.command.People.GUEST;
import static io.parley.command.People.SARA;
import static io.parley.command.publicroom.PublicRoomStory.MITU;
import static io.parley.command.publicroom.PublicRoomStory.RAKIB;
import static io.parley.command.publicroom.PublicRoomStory.ROOM;
import static io.parley.command.publicroom.PublicRoomStory.SECRET;
import static io.parley.command.publicroom.PublicRoomStory.SPORTS;
import static io.parley.command.publicroom.PublicRoomStory.as;
import static io.parley.command.publicroom.PublicRoomStory.given;
import static io.parley.command.publicroom.PublicRoomStory.joined;
import static io.parley.command.publicroom.PublicRoomStory.joins;
import static io.parley.command.publicroom.PublicRoomStory.leaves;
import static io.parley.command.publicroom.PublicRoomStory.opened;
import static io.parley.command.publicroom.PublicRoomStory.opens;
import static io.parley.command.publicroom.PublicRoomStory.renamesRoom;
import static io.parley.command.publicroom.PublicRoomStory.roomOf;
import static io.parley.command.publicroom.PublicRoomStory.says;
import static io.parley.command.publicroom.PublicRoomStory.sent;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.command.Story;
import io.parley.schemas.Ids;
import io.parley.schemas.PublicRoomSettings;
import io.parley.schemas.command.PublicRoomCommand.ChangePublicRoom;
import io.parley.schemas.command.PublicRoomCommand.DeletePublicRoom;
import io.parley.schemas.command.PublicRoomCommand.NewDescription;
import io.parley.schemas.command.PublicRoomCommand.OpenPublicRoom;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomChanged;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomDeleted;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomOpened;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Opening a public room, changing it, taking it away.
class RoomSettingsTest {
  private static final DeletePublicRoom DELETE = new DeletePublicRoom(ROOM);

  @Test
  void whoeverAsksOpensARoomAndItIsOpenOnce() {
    var story =
        given()
            .when(as(RAKIB), opens(SPORTS))
            .then(opened(SPORTS))
            .when(as(MITU), opens(SECRET))
            .thenItIsSo();

    assertThat(
            PublicRoomAnswers.answer(story.state(), as(MITU), opens(SECRET), story.moment(), false))
        .isEqualTo(new Outcome.PublicRoomNow(ROOM, SPORTS, 0, 0, Story.NINE, Story.NINE, false));
  }

  @Test
  void theRoomOfAConversationIsNeverAPublicOne() {
    var conversation = Ids.room("account:42", "1", null);
    given()
        .when(as(RAKIB), new OpenPublicRoom(conversation, SPORTS))
        .thenRefused(Refusal.ROOM_NOT_FOUND);
  }

  @Test
  void nothingCanBeDoneWhereThereIsNoRoom() {
    given().when(as(RAKIB), joins(RAKIB, 1)).thenRefused(Refusal.ROOM_NOT_FOUND);
    given().when(as(RAKIB), leaves(RAKIB, 1)).thenRefused(Refusal.ROOM_NOT_FOUND);
    given().when(as(RAKIB), says(RAKIB, "হ্যালো")).thenRefused(Refusal.ROOM_NOT_FOUND);
    given().when(ADMIN, DELETE).thenRefused(Refusal.ROOM_NOT_FOUND);
  }

  @Test
  void whoOpenedARoomChangesWhatItNames() {
    var story =
        given(opened(SPORTS))
            .after(Duration.ofMinutes(1))
            .when(as(RAKIB), new ChangePublicRoom(ROOM, null, new NewDescription(null), null, 7))
            .then(
                new PublicRoomChanged(
                    ROOM, new PublicRoomSettings("খেলাধুলা", null, true, 7), as(RAKIB).key()));

    assertThat(roomOf(story).updatedAt()).isEqualTo(Story.NINE.plusSeconds(60));
    assertThat(roomOf(story).createdAt()).isEqualTo(Story.NINE);
    story.when(as(RAKIB), new ChangePublicRoom(ROOM, null, null, true, 7)).thenItIsSo();
  }

  @Test
  void anAdminMayDoAnythingToARoom() {
    given(opened(SECRET))
        .when(ADMIN, renamesRoom("নতুন"))
        .then(
            new PublicRoomChanged(
                ROOM, new PublicRoomSettings("নতুন", null, false, 2), ADMIN.key()))
        .when(ADMIN, DELETE)
        .then(new PublicRoomDeleted(ROOM, ADMIN.key()));
  }

  @Test
  void othersMayNot() {
    given(opened(SPORTS)).when(as(MITU), renamesRoom("x")).thenRefused(Refusal.NOT_ALLOWED);
    given(opened(SPORTS)).when(SARA, DELETE).thenRefused(Refusal.NOT_ALLOWED);
    given(opened(SPORTS)).when(GUEST, DELETE).thenRefused(Refusal.NOT_ALLOWED);
  }

  @Test
  void aRoomThatIsNotPublicIsNotShownByARefusal() {
    given(opened(SECRET)).when(as(MITU), renamesRoom("x")).thenRefused(Refusal.ROOM_NOT_FOUND);
    given(opened(SECRET)).when(as(MITU), DELETE).thenRefused(Refusal.ROOM_NOT_FOUND);
  }

  @Test
  void aDeletedRoomIsEmptyAndCanBeOpenedAnew() {
    var story =
        given(opened(SPORTS), joined(MITU, 1), sent(3, MITU, "হ্যালো"))
            .when(as(RAKIB), DELETE)
            .then(new PublicRoomDeleted(ROOM, as(RAKIB).key()))
            .when(as(MITU), says(MITU, "কেউ আছেন?"))
            .thenRefused(Refusal.ROOM_NOT_FOUND)
            .when(as(MITU), opens(SECRET))
            .then(new PublicRoomOpened(ROOM, SECRET, as(MITU).key()));

    assertThat(roomOf(story).members().size()).isZero();
    assertThat(roomOf(story).messages()).isZero();
    story.when(as(MITU), says(MITU, "আবার")).then(sent(6, MITU, "আবার"));
  }

  @Test
  void ofARoomThatIsGoneNothingIsToldToWhoAsksAgain() {
    var story = given(opened(SPORTS), new PublicRoomDeleted(ROOM, as(RAKIB).key()));

    assertThat(
            PublicRoomAnswers.answer(story.state(), as(RAKIB), opens(SPORTS), story.moment(), true))
        .isEqualTo(new Outcome.Done());
  }
}
