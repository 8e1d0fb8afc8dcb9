package io.parley.command.room;

import static io.parley.command.People.ADMIN;
import static io.parley.command.People.ALI;
import static io.parley.command.People.AUDITOR;
import static io.parley.command.People.COMPETITOR;
import static io.parley.command.People.GUEST;
import static io.parley.command.People.NASRIN;
import static io.parley.command.People.OTHER_GUEST;
import static io.parley.command.People.POLICY;
import static io.parley.command.People.REZA;
import static io.parley.command.People.SARA;
import static io.parley.command.People.admin;
import static io.parley.command.People.buyer;
import static io.parley.command.People.vendor;
import static io.parley.command.room.RoomStory.ROOM;
import static io.parley.command.room.RoomStory.archived;
import static io.parley.command.room.RoomStory.forwarded;
import static io.parley.command.room.RoomStory.fullRoom;
import static io.parley.command.room.RoomStory.given;
import static io.parley.command.room.RoomStory.lastMessage;
import static io.parley.command.room.RoomStory.message;
import static io.parley.command.room.RoomStory.roomOf;
import static io.parley.command.room.RoomStory.sends;
import static io.parley.command.room.RoomStory.sent;
import static io.parley.command.room.RoomStory.sentEvent;
import static io.parley.command.room.RoomStory.startedBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.command.Story;
import io.parley.schemas.MessageType;
import io.parley.schemas.Unread;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.RoomCommand.SendMessage;
import io.parley.schemas.event.RoomEvent.MessageSent;
import io.parley.schemas.reply.Refusal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendMessageTest {
  static List<Actor> outsiders() {
    return List.of(NASRIN, GUEST, OTHER_GUEST, COMPETITOR, AUDITOR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "سلام، این زعفران هنوز موجود است؟",
        "می‌خواهم دو بسته سفارش بدهم",
        "আপনার পণ্যটি আছে? দাম কত?",
        "👩🏽‍🌾👨‍👩‍👧‍👦 ❤️‍🔥",
        "mixed: سلام hello সালাম 🙂 \u202Bراست‌به‌چپ\u202C",
        "<script>alert('x')</script> & \"quotes\"\n\tline"
      })
  void whatIsWrittenStaysAsItIs(String content) {
    given(startedBy(buyer(SARA)))
        .when(SARA, sends(content))
        .then(sentEvent(2, buyer(SARA), content, new Unread(0, 1)));
  }

  @Test
  void aPictureComesWithItsAddress() {
    var picture = "https://bazaar.example/media/۱.jpg";

    given(startedBy(buyer(SARA)))
        .when(SARA, new SendMessage(ROOM, "", MessageType.IMAGE, picture))
        .then(
            new MessageSent(
                ROOM, message(2), buyer(SARA), "", MessageType.IMAGE, picture, new Unread(0, 1)));
  }

  @Test
  void aMessageIsUnreadForTheOtherSides() {
    given(startedBy(GUEST.person()))
        .when(GUEST, sends("سلام"))
        .then(sentEvent(2, GUEST.person(), "سلام", new Unread(0, 1)))
        .when(GUEST, sends("هستید؟"))
        .then(sentEvent(3, GUEST.person(), "هستید؟", new Unread(0, 2)))
        .when(ALI, sends("بله"))
        .then(sentEvent(4, vendor(ALI), "بله", new Unread(1, 2)))
        .when(ADMIN, sends("پشتیبانی"))
        .then(sentEvent(5, admin(ADMIN), "پشتیبانی", new Unread(2, 3)));
  }

  @Test
  void whoWritesIsInTheRoomFromThenOn() {
    var story = given(startedBy(buyer(SARA))).after(Duration.ofMinutes(1));
    story.when(REZA, sends("سلام")).then(MessageSent.class);
    story.when(ADMIN, sends("سلام")).then(MessageSent.class);

    var joined = Story.NINE.plus(Duration.ofMinutes(1));
    assertThat(roomOf(story).participants())
        .containsExactly(
            new Participant(buyer(SARA), Story.NINE, null, 0),
            new Participant(vendor(REZA), joined, null, 0),
            new Participant(admin(ADMIN), joined, null, 0));
    assertThat(roomOf(story).audience()).containsExactly("vendor:1", "account:42", "account:1");
  }

  @Test
  void peopleAreKnownByTheirNewestName() {
    var renamed = new Actor.Account(SARA.accountId(), "سارا ۲", SARA.roles(), null);
    var story = given(startedBy(buyer(SARA)));
    story.when(renamed, sends("سلام")).then(MessageSent.class);

    assertThat(roomOf(story).participants())
        .containsExactly(new Participant(buyer(renamed), Story.NINE, null, 0));
  }

  @Test
  void theRoomKnowsItsLastMessageAndWhenItWas() {
    var story = given(startedBy(buyer(SARA)), sent(buyer(SARA), "یک"));
    story.after(Duration.ofHours(1)).when(ALI, sends("دو")).then(MessageSent.class);

    assertThat(roomOf(story).updatedAt()).isEqualTo(Story.NINE.plus(Duration.ofHours(1)));
    assertThat(lastMessage(story).content()).isEqualTo("دو");
    assertThat(lastMessage(story).seq()).isEqualTo(3);
  }

  @Test
  void aMessageReopensWhatWasPutAway() {
    var story = given(startedBy(buyer(SARA)), archived(vendor(ALI)));
    assertThat(roomOf(story).archived()).isTrue();

    story.when(SARA, sends("یک سؤال دیگر")).then(MessageSent.class);
    assertThat(roomOf(story).archived()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("outsiders")
  void toOutsidersItIsNoRoom(Actor outsider) {
    given(startedBy(buyer(SARA))).when(outsider, sends("سلام")).thenRefused(Refusal.ROOM_NOT_FOUND);
  }

  @Test
  void thereIsNoRoomBeforeItStartsNorWhereItIsForwarded() {
    given().when(SARA, sends("سلام")).thenRefused(Refusal.ROOM_NOT_FOUND);
    given(forwarded()).when(SARA, sends("سلام")).thenRefused(Refusal.ROOM_NOT_FOUND);
  }

  @Test
  void aPolicyWritesNothing() {
    given(startedBy(buyer(SARA))).when(POLICY, sends("سلام")).thenRefused(Refusal.NOT_ALLOWED);
  }

  @Test
  void theHundredAndFirstStaysOutAndTheOthersGoOn() {
    var full = given(fullRoom());
    assertThat(roomOf(full).participants()).hasSize(Conversation.MAX_PARTICIPANTS);

    full.when(ALI, sends("من هم هستم")).thenRefused(Refusal.ROOM_FULL);
    full.when(ADMIN, sends("من هم")).thenRefused(Refusal.ROOM_FULL);
    full.when(SARA, sends("چه خبر است؟")).then(MessageSent.class);
  }
}
