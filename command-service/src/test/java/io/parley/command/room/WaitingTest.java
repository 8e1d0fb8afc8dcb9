package io.parley.command.room;

import static io.parley.command.People.ADMIN;
import static io.parley.command.People.ALI;
import static io.parley.command.People.GUEST;
import static io.parley.command.People.SARA;
import static io.parley.command.People.admin;
import static io.parley.command.People.buyer;
import static io.parley.command.People.vendor;
import static io.parley.command.Story.NINE;
import static io.parley.command.room.RoomStory.archived;
import static io.parley.command.room.RoomStory.given;
import static io.parley.command.room.RoomStory.roomOf;
import static io.parley.command.room.RoomStory.sends;
import static io.parley.command.room.RoomStory.sent;
import static io.parley.command.room.RoomStory.startedBy;
import static io.parley.command.room.RoomStory.starts;
import static io.parley.command.room.RoomStory.unarchives;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.event.RoomEvent.ConversationUnarchived;
import io.parley.schemas.event.RoomEvent.MessageSent;
import io.parley.schemas.reply.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Since when the buyer waits for the vendor's answer.
class WaitingTest {
  private static final Duration LATER = Duration.ofMinutes(5);

  @Test
  void whoHasWrittenNothingWaitsForNothing() {
    assertThat(roomOf(given(startedBy(buyer(SARA)))).waitingSince()).isNull();
  }

  @Test
  void itIsTheFirstMessageAfterTheVendorsLastOneThatWaits() {
    var story =
        given(startedBy(buyer(SARA)), sent(buyer(SARA), "سلام"), sent(vendor(ALI), "بفرمایید"));
    assertThat(roomOf(story).waitingSince()).isNull();

    story.after(LATER).when(SARA, sends("موجود است؟")).then(MessageSent.class);
    story.after(LATER).when(SARA, sends("می‌خواهمش 🙂")).then(MessageSent.class);

    assertThat(roomOf(story).waitingSince()).isEqualTo(NINE.plus(LATER));
  }

  @Test
  void whatTheStaffOfTheMarketplaceSaysIsNoAnswerOfTheVendor() {
    var story = given(startedBy(GUEST.person()), sent(GUEST.person(), "আছেন?"));

    story.after(LATER).given(sent(admin(ADMIN), "یک لحظه"));

    assertThat(roomOf(story).waitingSince()).isEqualTo(NINE);
  }

  @Test
  void inARoomThatWasPutAwayNobodyWaits() {
    var story = given(startedBy(buyer(SARA)), sent(buyer(SARA), "ممنون"), archived(vendor(ALI)));
    assertThat(roomOf(story).waitingSince()).isNull();

    story.when(ALI, unarchives()).then(ConversationUnarchived.class);
    assertThat(roomOf(story).waitingSince()).isNull();

    story.after(LATER).when(SARA, sends("راستی؟")).then(MessageSent.class);
    assertThat(roomOf(story).waitingSince()).isEqualTo(NINE.plus(LATER));
  }

  @Test
  void theAnswerSaysIt() {
    var story = given(startedBy(buyer(SARA)), sent(buyer(SARA), "سلام")).after(LATER);

    assertThat(RoomAnswers.answer(story.state(), SARA, starts(), story.moment(), false))
        .isInstanceOfSatisfying(
            Outcome.RoomNow.class, now -> assertThat(now.room().waitingSince()).isEqualTo(NINE));
  }
}
