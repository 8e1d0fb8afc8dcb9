package io.parley.command.publicroom;

import static io.parley.command.People.GUEST;
import static io.parley.command.People.POLICY;
import static io.parley.command.People.SARA;
import static io.parley.command.publicroom.PublicRoomStory.MITU;
import static io.parley.command.publicroom.PublicRoomStory.RAKIB;
import static io.parley.command.publicroom.PublicRoomStory.ROOM;
import static io.parley.command.publicroom.PublicRoomStory.SAMI;
import static io.parley.command.publicroom.PublicRoomStory.SECRET;
import static io.parley.command.publicroom.PublicRoomStory.SPORTS;
import static io.parley.command.publicroom.PublicRoomStory.as;
import static io.parley.command.publicroom.PublicRoomStory.becomes;
import static io.parley.command.publicroom.PublicRoomStory.given;
import static io.parley.command.publicroom.PublicRoomStory.joined;
import static io.parley.command.publicroom.PublicRoomStory.joins;
import static io.parley.command.publicroom.PublicRoomStory.leaves;
import static io.parley.command.publicroom.PublicRoomStory.opened;
import static io.parley.command.publicroom.PublicRoomStory.roomOf;
import static io.parley.command.publicroom.PublicRoomStory.says;
import static io.parley.command.publicroom.PublicRoomStory.sent;
import static io.parley.command.publicroom.PublicRoomStory.socket;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.command.Story;
import io.parley.command.aggregate.Moment;
import io.parley.schemas.Ids;
import io.parley.schemas.Member;
import io.parley.schemas.MessageType;
import io.parley.schemas.PublicRoomSettings;
import io.parley.schemas.Visitor;
import io.parley.schemas.command.PublicRoomCommand.JoinPublicRoom;
import io.parley.schemas.event.PublicRoomEvent.ConnectionClosed;
import io.parley.schemas.event.PublicRoomEvent.VisitorChanged;
import io.parley.schemas.event.PublicRoomEvent.VisitorLeft;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Coming, going, taking another name, writing.
class VisitsTest {
  private static final Visitor RAKIB_GREEN = new Visitor(RAKIB.id(), "রাকিব", "green");

  @Test
  void visitorsComeInAndAreToldWhoIsIn() {
    var story =
        given(opened(SPORTS))
            .when(as(RAKIB), joins(RAKIB, 1))
            .then(joined(RAKIB, 1))
            .after(Duration.ofSeconds(1))
            .when(as(MITU), joins(MITU, 2))
            .then(joined(MITU, 2));
    var asks = new JoinPublicRoom(ROOM, "মিতু", "red", socket(2), true);

    assertThat(
            PublicRoomAnswers.answer(
                story.state(), as(MITU), asks, new Moment(Story.NINE, 3), true))
        .isEqualTo(
            new Outcome.Joined(
                ROOM,
                3,
                List.of(
                    new Member(MITU, Story.NINE.plusSeconds(1)), new Member(RAKIB, Story.NINE))));
    story.when(as(MITU), asks).thenItIsSo();
    assertThat(PublicRoomAnswers.answer(story.state(), as(MITU), asks, story.moment(), false))
        .extracting(outcome -> ((Outcome.Joined) outcome).seq())
        .isEqualTo(3L);
  }

  @Test
  void aFullRoomLetsNobodyElseInUntilSomebodyGoes() {
    given(opened(SPORTS), joined(RAKIB, 1), joined(MITU, 2))
        .when(as(SAMI), joins(SAMI, 3))
        .thenRefused(Refusal.ROOM_FULL)
        .when(as(MITU), joins(MITU, 4))
        .then(joined(MITU, 4))
        .when(as(RAKIB), leaves(RAKIB, 1))
        .then(new VisitorLeft(ROOM, RAKIB, socket(1)))
        .when(as(SAMI), joins(SAMI, 3))
        .then(joined(SAMI, 3));
  }

  @Test
  void aRoomThatIsNotPublicLetsInWhoKnowsIt() {
    given(opened(SECRET)).when(as(MITU), joins(MITU, 1)).then(joined(MITU, 1));
  }

  @Test
  void noRoomTakesMoreThanFiveThousandVisitors() {
    var story =
        given(opened(new PublicRoomSettings("বড়", null, true, Integer.MAX_VALUE)))
            .given(
                IntStream.range(0, PublicRoomSettings.MOST_USERS)
                    .<Story.Past<PublicRoomState, io.parley.schemas.event.PublicRoomEvent>>mapToObj(
                        i -> (_, _) -> joined(PublicRoomStory.visitor(10 + i, "v" + i, "red"), i))
                    .toList());

    story.when(as(RAKIB), joins(RAKIB, 9_999)).thenRefused(Refusal.ROOM_FULL);
  }

  @Test
  void twoSocketsAreOneVisitorUnderItsNewestName() {
    var story =
        given(opened(SPORTS), joined(RAKIB, 1))
            .after(Duration.ofSeconds(5))
            .when(as(RAKIB), joins(RAKIB_GREEN, 2))
            .then(joined(RAKIB_GREEN, 2));

    assertThat(roomOf(story).members().newestFirst())
        .containsExactly(new Member(RAKIB_GREEN, Story.NINE));
    story
        .when(as(RAKIB), leaves(RAKIB, 1))
        .then(new ConnectionClosed(ROOM, RAKIB.id(), socket(1)))
        .when(as(RAKIB), leaves(RAKIB, 1))
        .thenItIsSo()
        .when(as(RAKIB), leaves(RAKIB, 2))
        .then(new VisitorLeft(ROOM, RAKIB_GREEN, socket(2)));
    assertThat(roomOf(story).members().size()).isZero();
  }

  @Test
  void aVisitorHasTwentySocketsAtMost() {
    var story = given(opened(SPORTS));
    IntStream.range(0, Present.MAX_LINES)
        .forEach(i -> story.when(as(RAKIB), joins(RAKIB, i)).then(joined(RAKIB, i)));

    story.when(as(RAKIB), joins(RAKIB, 99)).thenRefused(Refusal.TOO_MANY_CONNECTIONS);
    story.when(as(RAKIB), joins(RAKIB, 3)).thenItIsSo();
  }

  @Test
  void aSocketIsClosedByItsVisitorOrByAPolicy() {
    given(opened(SPORTS), joined(RAKIB, 1))
        .when(as(MITU), leaves(RAKIB, 1))
        .thenRefused(Refusal.NOT_ALLOWED)
        .when(SARA, leaves(RAKIB, 1))
        .thenRefused(Refusal.NOT_ALLOWED)
        .when(POLICY, leaves(RAKIB, 1))
        .then(new VisitorLeft(ROOM, RAKIB, socket(1)))
        .when(POLICY, leaves(RAKIB, 1))
        .thenItIsSo();
  }

  @Test
  void onlyVisitorsVisit() {
    given(opened(SPORTS)).when(SARA, joins(RAKIB, 1)).thenRefused(Refusal.NOT_ALLOWED);
    given(opened(SPORTS)).when(GUEST, says(RAKIB, "?")).thenRefused(Refusal.NOT_ALLOWED);
    given(opened(SPORTS)).when(POLICY, becomes("x", null)).thenRefused(Refusal.NOT_ALLOWED);
  }

  @Test
  void whoIsInTakesAnotherNameOrColour() {
    var story =
        given(opened(SPORTS), joined(RAKIB, 1))
            .when(as(RAKIB), becomes(null, "green"))
            .then(new VisitorChanged(ROOM, RAKIB_GREEN, "রাকিব"))
            .when(as(RAKIB), becomes("রাকিব", "green"))
            .thenItIsSo();
    var renamed = new Visitor(RAKIB.id(), "রাকিবুল", "green");
    story
        .when(as(RAKIB), becomes("রাকিবুল", null))
        .then(new VisitorChanged(ROOM, renamed, "রাকিব"));

    assertThat(roomOf(story).members().newestFirst())
        .containsExactly(new Member(renamed, Story.NINE));
    story.when(as(MITU), becomes("x", null)).thenRefused(Refusal.NOT_IN_ROOM);
  }

  @Test
  void whoIsInWritesUnderItsNameThere() {
    var story =
        given(opened(SPORTS), joined(RAKIB_GREEN, 1))
            .when(as(RAKIB), says(RAKIB, "হ্যালো"))
            .then(sent(3, RAKIB_GREEN, "হ্যালো"));

    assertThat(
            PublicRoomAnswers.answer(
                story.state(), as(RAKIB), says(RAKIB, "হ্যালো"), new Moment(Story.NINE, 3), true))
        .isEqualTo(
            new Outcome.PublicMessageNow(
                Ids.event(ROOM, 3),
                3,
                RAKIB_GREEN,
                true,
                "হ্যালো",
                MessageType.TEXT,
                null,
                Story.NINE));
  }

  @Test
  void whoIsNotInWritesToo() {
    var story =
        given(opened(SPORTS), joined(RAKIB, 1), joined(SAMI, 2))
            .when(as(MITU), says(MITU, "বাইরে থেকে"))
            .then(sent(4, MITU, "বাইরে থেকে"));

    assertThat(roomOf(story).messages()).isEqualTo(1);
    assertThat(roomOf(story).members().size()).isEqualTo(2);
  }

  @Test
  void aMessageLeavesTheMembersWhereTheyAre() {
    var story = given(opened(SPORTS), joined(RAKIB, 1));
    var before = roomOf(story).members();

    story.when(as(RAKIB), says(RAKIB, "হ্যালো")).then(sent(3, RAKIB, "হ্যালো"));
    assertThat(roomOf(story).members()).isSameAs(before);
  }
}
