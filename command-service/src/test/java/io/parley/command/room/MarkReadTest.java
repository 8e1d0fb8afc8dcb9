package io.parley.command.room;

import static io.parley.command.People.ADMIN;
import static io.parley.command.People.ALI;
import static io.parley.command.People.COMPETITOR;
import static io.parley.command.People.GUEST;
import static io.parley.command.People.NASRIN;
import static io.parley.command.People.POLICY;
import static io.parley.command.People.REZA;
import static io.parley.command.People.SARA;
import static io.parley.command.People.admin;
import static io.parley.command.People.buyer;
import static io.parley.command.People.vendor;
import static io.parley.command.room.RoomStory.ROOM;
import static io.parley.command.room.RoomStory.attached;
import static io.parley.command.room.RoomStory.deleted;
import static io.parley.command.room.RoomStory.fullRoom;
import static io.parley.command.room.RoomStory.given;
import static io.parley.command.room.RoomStory.lastMessage;
import static io.parley.command.room.RoomStory.read;
import static io.parley.command.room.RoomStory.reads;
import static io.parley.command.room.RoomStory.roomOf;
import static io.parley.command.room.RoomStory.sends;
import static io.parley.command.room.RoomStory.sent;
import static io.parley.command.room.RoomStory.startedBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.command.Story;
import io.parley.schemas.Person;
import io.parley.schemas.Unread;
import io.parley.schemas.command.RoomCommand;
import io.parley.schemas.event.RoomEvent;
import io.parley.schemas.event.RoomEvent.MessageSent;
import io.parley.schemas.event.RoomEvent.MessagesRead;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MarkReadTest {
  /// Sara writes 2 and 3, Ali 4, an admin 5, Sara 6.
  private static final RoomStory.Past[] TALK = {
    startedBy(buyer(SARA)),
    sent(buyer(SARA), "سلام"),
    sent(buyer(SARA), "هستید؟"),
    sent(vendor(ALI), "بله"),
    sent(admin(ADMIN), "پشتیبانی"),
    sent(buyer(SARA), "ممنون 🙏")
  };

  private static MessagesRead readEvent(Person reader, long upToSeq, long buyer, long vendor) {
    return new MessagesRead(ROOM, reader, upToSeq, new Unread(buyer, vendor));
  }

  @Test
  void readingAllLeavesNothing() {
    given(TALK).when(ALI, reads(null)).then(readEvent(vendor(ALI), 6, 2, 0));
    given(TALK).when(SARA, reads(null)).then(readEvent(buyer(SARA), 6, 0, 4));
  }

  @Test
  void readingAPartLeavesTheRest() {
    given(TALK)
        .when(ALI, reads(2L))
        .then(readEvent(vendor(ALI), 2, 2, 3))
        .when(ALI, reads(4L))
        .then(readEvent(vendor(ALI), 4, 2, 2))
        .when(ALI, reads(6L))
        .then(readEvent(vendor(ALI), 6, 2, 0));
  }

  @Test
  void beyondTheEndIsTheEnd() {
    given(TALK).when(ALI, reads(Long.MAX_VALUE)).then(readEvent(vendor(ALI), 6, 2, 0));
  }

  @Test
  void backwardsAndAgainChangeNothing() {
    var story = given(TALK).when(ALI, reads(5L)).then(readEvent(vendor(ALI), 5, 2, 1));

    story.when(ALI, reads(3L)).thenItIsSo();
    story.when(ALI, reads(0L)).thenItIsSo();
    story.when(ALI, reads(5L)).thenItIsSo();
    assertThat(RoomAnswers.answer(story.state(), ALI, reads(3L), story.moment(), false))
        .isEqualTo(new Outcome.ReadNow(ROOM, 5, 1));
  }

  @Test
  void thereIsNothingToReadInAnEmptyRoom() {
    var story = given(startedBy(buyer(SARA)));
    story.when(SARA, reads(null)).thenItIsSo();
    story.when(ALI, reads(9L)).thenItIsSo();
    assertThat(roomOf(story).participants()).hasSize(1);
  }

  @Test
  void onesOwnMessagesAreNothingToRead() {
    given(startedBy(buyer(SARA)), sent(buyer(SARA), "سلام")).when(SARA, reads(null)).thenItIsSo();
  }

  @Test
  void whatOneOfTheStaffHasReadIsReadForAll() {
    var story = given(TALK).when(ALI, reads(null)).then(readEvent(vendor(ALI), 6, 2, 0));

    story.when(REZA, reads(null)).thenItIsSo();
    story.when(SARA, sends("یکی دیگر")).then(MessageSent.class);
    story.when(REZA, reads(null)).then(readEvent(vendor(REZA), 8, 2, 0));
  }

  @Test
  void theGuestAndItsAccountAreOneBuyer() {
    given(
            startedBy(GUEST.person()),
            attached(GUEST, SARA),
            sent(vendor(ALI), "سلام"),
            read(GUEST.person(), 3, Unread.NONE))
        .when(SARA, reads(null))
        .thenItIsSo();
  }

  @Test
  void deletedMessagesCountUntilTheyAreRead() {
    given(startedBy(buyer(SARA)), sent(buyer(SARA), "اشتباه"), deleted(buyer(SARA), 2))
        .when(ALI, reads(null))
        .then(readEvent(vendor(ALI), 3, 0, 0));
  }

  @Test
  void anAdminReadsWithoutATrace() {
    var story = given(TALK).when(ADMIN, reads(null)).thenItIsSo();

    assertThat(RoomAnswers.answer(story.state(), ADMIN, reads(null), story.moment(), false))
        .isEqualTo(new Outcome.ReadNow(ROOM, 0, 4));
  }

  @Test
  void whoReadsIsInTheRoomAndSeenToHaveRead() {
    var story = given(TALK).after(Duration.ofMinutes(3));
    story.when(REZA, reads(4L)).then(MessagesRead.class);

    var at = Story.NINE.plus(Duration.ofMinutes(3));
    assertThat(roomOf(story).participant("account:8"))
        .contains(new Participant(vendor(REZA), at, at, 4));
    assertThat(roomOf(story).updatedAt()).isEqualTo(Story.NINE);
  }

  @Test
  void theLastMessageIsReadOnceAnotherSideGotThere() {
    var story = given(TALK);
    story.when(SARA, reads(null)).then(MessagesRead.class);
    assertThat(lastIsRead(story)).isFalse();

    story.when(ALI, reads(5L)).then(MessagesRead.class);
    assertThat(lastIsRead(story)).isFalse();

    story.when(ALI, reads(6L)).then(MessagesRead.class);
    assertThat(lastIsRead(story)).isTrue();
  }

  @Test
  void outsidersAndPoliciesReadNothing() {
    given(TALK).when(NASRIN, reads(null)).thenRefused(Refusal.ROOM_NOT_FOUND);
    given(TALK).when(GUEST, reads(null)).thenRefused(Refusal.ROOM_NOT_FOUND);
    given(TALK).when(COMPETITOR, reads(null)).thenRefused(Refusal.ROOM_NOT_FOUND);
    given().when(SARA, reads(null)).thenRefused(Refusal.ROOM_NOT_FOUND);
    given(TALK).when(POLICY, reads(null)).thenRefused(Refusal.NOT_ALLOWED);
  }

  @Test
  void theHundredAndFirstCannotReadEither() {
    var full = given(fullRoom());
    full.when(SARA, sends("سلام به همه")).then(MessageSent.class);

    full.when(ALI, reads(null)).thenRefused(Refusal.ROOM_FULL);
  }

  private static boolean lastIsRead(Story<RoomState, RoomCommand, RoomEvent> story) {
    return lastMessage(story).isRead();
  }
}
