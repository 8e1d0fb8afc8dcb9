package io.parley.command.room;

import static io.parley.command.People.ADMIN;
import static io.parley.command.People.ALI;
import static io.parley.command.People.NASRIN;
import static io.parley.command.People.POLICY;
import static io.parley.command.People.SARA;
import static io.parley.command.People.admin;
import static io.parley.command.People.buyer;
import static io.parley.command.People.vendor;
import static io.parley.command.room.RoomStory.ROOM;
import static io.parley.command.room.RoomStory.deleted;
import static io.parley.command.room.RoomStory.deletes;
import static io.parley.command.room.RoomStory.forwarded;
import static io.parley.command.room.RoomStory.given;
import static io.parley.command.room.RoomStory.lastMessage;
import static io.parley.command.room.RoomStory.message;
import static io.parley.command.room.RoomStory.read;
import static io.parley.command.room.RoomStory.roomOf;
import static io.parley.command.room.RoomStory.sends;
import static io.parley.command.room.RoomStory.sent;
import static io.parley.command.room.RoomStory.startedBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.Person;
import io.parley.schemas.Unread;
import io.parley.schemas.command.RoomCommand.DeleteMessage;
import io.parley.schemas.event.RoomEvent.MessageDeleted;
import io.parley.schemas.event.RoomEvent.MessageSent;
import io.parley.schemas.reply.Refusal;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeleteMessageTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final RoomStory.Past[] ONE_MESSAGE = {
    startedBy(buyer(SARA)), sent(buyer(SARA), "شمارهٔ من ۰۹۱۲…")
  };

  private static MessageDeleted deletedEvent(Person by) {
    return new MessageDeleted(ROOM, message(2), 2, by);
  }

  @Test
  void theAuthorTakesAMessageBack() {
    var story = given(ONE_MESSAGE).when(SARA, deletes(2)).then(deletedEvent(buyer(SARA)));

    var last = lastMessage(story);
    assertThat(last.deleted()).isTrue();
    assertThat(last.content()).isEmpty();
    assertThat(roomOf(story).reading().unread()).isEqualTo(new Unread(0, 1));
  }

  @Test
  void untilTenMinutesAfterItWasWritten() {
    given(ONE_MESSAGE).after(TEN_MINUTES).when(SARA, deletes(2)).then(deletedEvent(buyer(SARA)));
    given(ONE_MESSAGE)
        .after(TEN_MINUTES.plusMillis(1))
        .when(SARA, deletes(2))
        .thenRefused(Refusal.EDIT_WINDOW_OVER);
  }

  @Test
  void anAdminDoesSoAtAnyTime() {
    var story =
        given(startedBy(buyer(SARA)), sent(buyer(SARA), "زشت"), read(vendor(ALI), 2, Unread.NONE))
            .after(Duration.ofDays(365));
    story.when(SARA, sends("سلام")).then(MessageSent.class);

    story.when(ADMIN, deletes(2)).then(deletedEvent(admin(ADMIN)));
  }

  @Test
  void twiceIsOnce() {
    given(startedBy(buyer(SARA)), sent(buyer(SARA), "x"), deleted(buyer(SARA), 2))
        .when(SARA, deletes(2))
        .thenItIsSo()
        .when(ADMIN, deletes(2))
        .thenItIsSo();
  }

  @Test
  void nobodyElseTakesItBack() {
    given(ONE_MESSAGE).when(ALI, deletes(2)).thenRefused(Refusal.NOT_THE_AUTHOR);
    given(ONE_MESSAGE).when(NASRIN, deletes(2)).thenRefused(Refusal.ROOM_NOT_FOUND);
    given(ONE_MESSAGE).when(POLICY, deletes(2)).thenRefused(Refusal.NOT_ALLOWED);
    given().when(ADMIN, deletes(2)).thenRefused(Refusal.ROOM_NOT_FOUND);
    given(forwarded()).when(ADMIN, deletes(2)).thenRefused(Refusal.ROOM_NOT_FOUND);
  }

  @Test
  void whatIsNoMessageOfThisRoomCannotBeTakenBack() {
    given(ONE_MESSAGE).when(SARA, deletes(3)).thenRefused(Refusal.MESSAGE_NOT_FOUND);
    given(ONE_MESSAGE).when(ADMIN, deletes(3)).thenRefused(Refusal.MESSAGE_NOT_FOUND);
    given(ONE_MESSAGE)
        .when(ADMIN, new DeleteMessage(ROOM, new UUID(1, 2)))
        .thenRefused(Refusal.MESSAGE_NOT_FOUND);
  }

  @Test
  void aStartIsNoMessageAndThereIsNothingBeforeIt() {
    given(ONE_MESSAGE).when(ADMIN, deletes(1)).thenRefused(Refusal.MESSAGE_NOT_FOUND);
    given(ONE_MESSAGE).when(ADMIN, deletes(0)).thenRefused(Refusal.MESSAGE_NOT_FOUND);
  }
}
