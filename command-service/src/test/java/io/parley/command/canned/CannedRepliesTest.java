package io.parley.command.canned;

import static io.parley.command.People.ADMIN;
import static io.parley.command.People.ALI;
import static io.parley.command.People.AUDITOR;
import static io.parley.command.People.COMPETITOR;
import static io.parley.command.People.GUEST;
import static io.parley.command.People.POLICY;
import static io.parley.command.People.REZA;
import static io.parley.command.People.SARA;
import static io.parley.command.People.SHOP;
import static io.parley.command.People.vendor;
import static io.parley.command.Story.NINE;
import static io.parley.command.canned.CannedStory.added;
import static io.parley.command.canned.CannedStory.adds;
import static io.parley.command.canned.CannedStory.changes;
import static io.parley.command.canned.CannedStory.given;
import static io.parley.command.canned.CannedStory.removed;
import static io.parley.command.canned.CannedStory.removes;
import static io.parley.command.canned.CannedStory.reply;
import static io.parley.command.canned.CannedStory.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.command.Actor;
import io.parley.schemas.event.CannedReplyEvent.CannedReplyAdded;
import io.parley.schemas.event.CannedReplyEvent.CannedReplyChanged;
import io.parley.schemas.event.CannedReplyEvent.CannedReplyRemoved;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import io.parley.schemas.view.CannedReplyView;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CannedRepliesTest {
  static List<Actor> outsiders() {
    return List.of(SARA, GUEST, COMPETITOR, ADMIN, AUDITOR, POLICY);
  }

  @Test
  void whoeverAnswersForTheVendorKeepsItsReplies() {
    given()
        .when(ALI, adds("می‌فرستیم"))
        .then(new CannedReplyAdded(SHOP, reply(1), text("می‌فرستیم"), vendor(ALI)))
        .when(REZA, changes(1, "পাঠাই"))
        .then(new CannedReplyChanged(SHOP, reply(1), text("পাঠাই"), vendor(REZA)))
        .when(REZA, removes(1))
        .then(new CannedReplyRemoved(SHOP, reply(1), vendor(REZA)));
  }

  @ParameterizedTest
  @MethodSource("outsiders")
  void nobodyElseDoes(Actor outsider) {
    var story = given(added(ALI, "hi"));
    story.when(outsider, adds("hello")).thenRefused(Refusal.NOT_ALLOWED);
    story.when(outsider, changes(1, "hello")).thenRefused(Refusal.NOT_ALLOWED);
    story.when(outsider, removes(1)).thenRefused(Refusal.NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Price", "price", "ＰＲＩＣＥ"})
  void aShortcutIsTakenOnceHoweverItIsWritten(String shortcut) {
    given(added(ALI, "PRICE")).when(REZA, adds(shortcut)).thenRefused(Refusal.SHORTCUT_TAKEN);
    given(added(ALI, "PRICE"), added(ALI, "hi"))
        .when(ALI, changes(2, shortcut))
        .thenRefused(Refusal.SHORTCUT_TAKEN);
  }

  @Test
  void itsOwnShortcutAReplyMayHaveAgainAndThatOfARemovedOne() {
    given(added(ALI, "price")).when(ALI, changes(1, "Price")).then(CannedReplyChanged.class);
    given(added(ALI, "price"), removed(ALI, 1))
        .when(ALI, adds("price"))
        .then(CannedReplyAdded.class);
    var story = given(added(ALI, "price")).when(ALI, changes(1, "cost"));
    story.then(CannedReplyChanged.class);
    story.when(ALI, adds("cost")).thenRefused(Refusal.SHORTCUT_TAKEN);
    story.when(ALI, adds("price")).then(CannedReplyAdded.class);
  }

  @Test
  void whatIsNotThereIsNotChanged() {
    given(added(ALI, "hi")).when(ALI, changes(2, "hello")).thenRefused(Refusal.REPLY_NOT_FOUND);
    given(added(ALI, "hi"), removed(ALI, 1))
        .when(ALI, removes(1))
        .thenRefused(Refusal.REPLY_NOT_FOUND);
  }

  @Test
  void twoHundredAreEnough() {
    var full = given();
    IntStream.range(0, 200).forEach(i -> full.given(added(ALI, "reply-" + i)));

    full.when(ALI, adds("one-more")).thenRefused(Refusal.TOO_MANY_REPLIES);
    full.when(ALI, changes(7, "another")).then(CannedReplyChanged.class);
    full.when(ALI, removes(7)).then(CannedReplyRemoved.class);
    full.when(ALI, adds("one-more")).then(CannedReplyAdded.class);
  }

  @Test
  void theAnswerIsTheReplyAsTheCommandHasMadeIt() {
    var story = given(added(ALI, "hi")).after(Duration.ofMinutes(1));
    var later = NINE.plusSeconds(60);

    var change = CannedReplies.answer(story.state(), changes(1, "salam"), story.moment());
    assertThat(change)
        .isEqualTo(
            new Outcome.CannedReplyNow(CannedReplyView.of(reply(1), text("salam"), NINE, later)));
    assertThat(CannedReplies.answer(story.state(), adds("hello"), story.moment()))
        .isEqualTo(
            new Outcome.CannedReplyNow(CannedReplyView.of(reply(2), text("hello"), later, later)));
    assertThat(CannedReplies.answer(story.state(), removes(1), story.moment()))
        .isEqualTo(new Outcome.Done());
    assertThat(CannedReplies.answer(CannedRepliesState.NONE, changes(1, "x"), story.moment()))
        .isEqualTo(new Outcome.Done());
  }
}
