package io.parley.command.room;

import static io.parley.command.People.ALI;
import static io.parley.command.People.SARA;
import static io.parley.command.People.buyer;
import static io.parley.command.People.vendor;
import static io.parley.command.room.RoomStory.ROOM;
import static io.parley.command.room.RoomStory.edits;
import static io.parley.command.room.RoomStory.given;
import static io.parley.command.room.RoomStory.reads;
import static io.parley.command.room.RoomStory.roomOf;
import static io.parley.command.room.RoomStory.sends;
import static io.parley.command.room.RoomStory.sent;
import static io.parley.command.room.RoomStory.startedBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.command.Story;
import io.parley.schemas.Unread;
import io.parley.schemas.command.RoomCommand;
import io.parley.schemas.event.RoomEvent;
import io.parley.schemas.event.RoomEvent.MessageEdited;
import io.parley.schemas.event.RoomEvent.MessageSent;
import io.parley.schemas.event.RoomEvent.MessagesRead;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class RecentMessagesTest {
  private static final int MAX = RecentMessages.MAX;

  /// Sara writes 2, 3, … and nobody reads.
  private static Story<RoomState, RoomCommand, RoomEvent> messages(int count) {
    return given(startedBy(buyer(SARA)))
        .given(Collections.nCopies(count, sent(buyer(SARA), "هستید؟")));
  }

  @Test
  void aRoomRemembersAThousandAndCountsThemAll() {
    var room = roomOf(messages(MAX + 500));

    assertThat(room.recent().messages()).hasSize(MAX);
    assertThat(room.recent().messages().getFirst().seq()).isEqualTo(502);
    assertThat(room.reading().unread()).isEqualTo(new Unread(0, MAX + 500));
  }

  @Test
  void aThousandUnreadAreCountedOneByOne() {
    messages(MAX)
        .when(ALI, reads(2L))
        .then(new MessagesRead(ROOM, vendor(ALI), 2, new Unread(0, MAX - 1)));
  }

  @Test
  void amongTheForgottenNobodyKnowsWhatIsLeft() {
    messages(MAX + 1).when(ALI, reads(2L)).thenItIsSo();
  }

  @Test
  void fromTheFirstRememberedOnItIsKnownAgain() {
    messages(MAX + 1)
        .when(ALI, reads(3L))
        .then(new MessagesRead(ROOM, vendor(ALI), 3, new Unread(0, MAX - 1)))
        // its own reading is the newest event now
        .when(ALI, reads(null))
        .then(new MessagesRead(ROOM, vendor(ALI), MAX + 3, Unread.NONE));
  }

  @Test
  void aForgottenMessageIsNobodysToChange() {
    var story = messages(MAX + 1);
    story.when(SARA, edits(2, "x")).thenRefused(Refusal.EDIT_WINDOW_OVER);
    story.when(SARA, edits(3, "x")).then(MessageEdited.class);
  }

  @Test
  void anEditOfAMessageThatIsForgottenSinceHasNothingToTell() {
    var story = messages(MAX);
    var edited = story.moment();
    story.when(SARA, edits(2, "x")).then(MessageEdited.class);
    story.when(SARA, sends("و")).then(MessageSent.class);

    assertThat(RoomAnswers.answer(story.state(), SARA, edits(2, "x"), edited, true))
        .isEqualTo(new Outcome.Done());
  }

  @Test
  void whatIsReadAndOldIsForgotten() {
    var story = messages(20);
    story.when(ALI, reads(null)).then(MessagesRead.class);
    story.after(Duration.ofHours(1)).when(ALI, sends("سلام")).then(MessageSent.class);

    assertThat(roomOf(story).recent().messages()).hasSize(1);
  }

  @Test
  void whatNobodyReadIsRememberedForLong() {
    var story = messages(20).after(Duration.ofDays(30));
    story.when(ALI, sends("ببخشید که دیر شد")).then(MessageSent.class);

    assertThat(roomOf(story).recent().messages()).hasSize(21);
    story.when(ALI, reads(11L)).then(new MessagesRead(ROOM, vendor(ALI), 11, new Unread(1, 10)));
  }
}
