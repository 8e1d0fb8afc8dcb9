package io.parley.command.room;

import static io.parley.command.People.ADMIN;
import static io.parley.command.People.ALI;
import static io.parley.command.People.GUEST;
import static io.parley.command.People.NASRIN;
import static io.parley.command.People.POLICY;
import static io.parley.command.People.REZA;
import static io.parley.command.People.SARA;
import static io.parley.command.People.buyer;
import static io.parley.command.People.vendor;
import static io.parley.command.room.RoomStory.ROOM;
import static io.parley.command.room.RoomStory.attached;
import static io.parley.command.room.RoomStory.deleted;
import static io.parley.command.room.RoomStory.edits;
import static io.parley.command.room.RoomStory.forwarded;
import static io.parley.command.room.RoomStory.given;
import static io.parley.command.room.RoomStory.lastMessage;
import static io.parley.command.room.RoomStory.message;
import static io.parley.command.room.RoomStory.roomOf;
import static io.parley.command.room.RoomStory.sent;
import static io.parley.command.room.RoomStory.startedBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.command.Story;
import io.parley.schemas.Ids;
import io.parley.schemas.Unread;
import io.parley.schemas.command.RoomCommand;
import io.parley.schemas.event.RoomEvent;
import io.parley.schemas.event.RoomEvent.MessageEdited;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EditMessageTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final RoomStory.Past[] ONE_MESSAGE = {
    startedBy(buyer(SARA)), sent(buyer(SARA), "قیمت چند است")
  };

  private static Story<RoomState, RoomCommand, RoomEvent> talk() {
    return given(ONE_MESSAGE);
  }

  private static MessageEdited editedEvent(String content) {
    return new MessageEdited(ROOM, message(2), 2, buyer(SARA), content);
  }

  @Test
  void theAuthorMendsAMessage() {
    var story = talk().when(SARA, edits(2, "قیمتش چنده؟ 🙂")).then(editedEvent("قیمتش چنده؟ 🙂"));

    var last = lastMessage(story);
    assertThat(last.content()).isEqualTo("قیمتش چنده؟ 🙂");
    assertThat(last.editedAt()).isEqualTo(Story.NINE);
    assertThat(roomOf(story).reading().unread()).isEqualTo(new Unread(0, 1));
  }

  @Test
  void untilTenMinutesAfterItWasWritten() {
    talk().after(TEN_MINUTES).when(SARA, edits(2, "دیر نیست")).then(editedEvent("دیر نیست"));
    talk()
        .after(TEN_MINUTES.plusMillis(1))
        .when(SARA, edits(2, "دیر است"))
        .thenRefused(Refusal.EDIT_WINDOW_OVER);
  }

  @Test
  void anOlderMessageThanTheLastCanBeMended() {
    var story = given(startedBy(buyer(SARA)), sent(buyer(SARA), "یک"), sent(vendor(ALI), "دو"));
    story.when(SARA, edits(2, "۱")).then(editedEvent("۱"));

    assertThat(lastMessage(story).content()).isEqualTo("دو");
  }

  @Test
  void nobodyPutsWordsIntoAnothersMouth() {
    talk().when(ALI, edits(2, "x")).thenRefused(Refusal.NOT_THE_AUTHOR);
    talk().when(ADMIN, edits(2, "x")).thenRefused(Refusal.NOT_THE_AUTHOR);
    given(startedBy(buyer(SARA)), sent(vendor(ALI), "سلام"))
        .when(REZA, edits(2, "x"))
        .thenRefused(Refusal.NOT_THE_AUTHOR);
    given(startedBy(GUEST.person()), sent(GUEST.person(), "سلام"), attached(GUEST, SARA))
        .when(SARA, edits(2, "x"))
        .thenRefused(Refusal.NOT_THE_AUTHOR);
  }

  @Test
  void whatWasTakenBackStaysSo() {
    given(startedBy(buyer(SARA)), sent(buyer(SARA), "سلام"), deleted(buyer(SARA), 2))
        .when(SARA, edits(2, "دوباره"))
        .thenRefused(Refusal.MESSAGE_DELETED);
  }

  @Test
  void whatIsNoMessageOfThisRoomCannotBeMended() {
    talk().when(SARA, edits(3, "x")).thenRefused(Refusal.MESSAGE_NOT_FOUND);
    talk()
        .when(SARA, new RoomCommand.EditMessage(ROOM, new UUID(1, 2), "x"))
        .thenRefused(Refusal.MESSAGE_NOT_FOUND);
    talk()
        .when(SARA, new RoomCommand.EditMessage(ROOM, Ids.event(new UUID(1, 2), 2), "x"))
        .thenRefused(Refusal.MESSAGE_NOT_FOUND);
  }

  @Test
  void anEventThatIsNoMessageCannotBeMended() {
    talk().when(SARA, edits(1, "x")).thenRefused(Refusal.MESSAGE_NOT_FOUND);
    given(startedBy(buyer(SARA)), sent(buyer(SARA), "سلام"), RoomStory.archived(vendor(ALI)))
        .when(SARA, edits(3, "x"))
        .thenRefused(Refusal.EDIT_WINDOW_OVER);
  }

  @Test
  void outsidersAndPoliciesMendNothing() {
    talk().when(NASRIN, edits(2, "x")).thenRefused(Refusal.ROOM_NOT_FOUND);
    talk().when(GUEST, edits(2, "x")).thenRefused(Refusal.ROOM_NOT_FOUND);
    talk().when(POLICY, edits(2, "x")).thenRefused(Refusal.NOT_ALLOWED);
    given().when(SARA, edits(2, "x")).thenRefused(Refusal.ROOM_NOT_FOUND);
    given(forwarded()).when(SARA, edits(2, "x")).thenRefused(Refusal.ROOM_NOT_FOUND);
  }

  /// An edit of the tenth minute is remembered for ten more.
  @Test
  void theEditCanBeAnsweredAgainForTenMinutes() {
    var story = given(startedBy(buyer(SARA)), sent(buyer(SARA), "سلام")).after(TEN_MINUTES);
    var edited = story.moment();
    story.when(SARA, edits(2, "درود")).then(editedEvent("درود"));
    story.when(ALI, RoomStory.reads(null)).then(RoomEvent.MessagesRead.class);
    story.after(TEN_MINUTES).when(ALI, RoomStory.sends("سلام")).then(RoomEvent.MessageSent.class);

    assertThat(RoomAnswers.answer(story.state(), SARA, edits(2, "درود"), edited, true))
        .isInstanceOfSatisfying(
            Outcome.MessageNow.class,
            now -> {
              assertThat(now.message().content()).isEqualTo("درود");
              assertThat(now.message().createdAt()).isEqualTo(Story.NINE);
              assertThat(now.message().editedAt()).isEqualTo(edited.time());
            });
  }
}
