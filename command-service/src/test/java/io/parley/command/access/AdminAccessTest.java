package io.parley.command.access;

import static io.parley.command.People.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.command.People;
import io.parley.command.Story;
import io.parley.command.aggregate.Decision;
import io.parley.command.aggregate.Moment;
import io.parley.schemas.Access;
import io.parley.schemas.Ids;
import io.parley.schemas.command.AccessCommand;
import io.parley.schemas.command.AccessCommand.RecordAccess;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.Role;
import io.parley.schemas.event.AccessEvent;
import io.parley.schemas.event.AccessEvent.AccessRecorded;
import io.parley.schemas.reply.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdminAccessTest {
  private static final UUID RECORD = Ids.adminAccess(ADMIN.accountId());
  private static final Access SEARCH = new Access.OfSearch("گلدان");

  private static Story<AdminAccessState, AccessCommand, AccessEvent> given(Access... past) {
    var rules =
        new Story.Rules<AdminAccessState, AccessCommand, AccessEvent>() {
          @Override
          public Decision decide(
              AdminAccessState state, Actor actor, AccessCommand command, Moment moment) {
            return AdminAccess.decide(state, actor, command, moment);
          }

          @Override
          public AdminAccessState evolve(AdminAccessState state, AccessEvent event, Moment moment) {
            return AdminAccess.evolve(state, event, moment);
          }
        };
    return new Story<AdminAccessState, AccessCommand, AccessEvent>(
            rules, AccessEvent.class, AdminAccessState.NONE)
        .given(Stream.of(past).map(AdminAccessTest::past).toList());
  }

  private static Story.Past<AdminAccessState, AccessEvent> past(Access access) {
    return (_, _) -> recorded(access);
  }

  private static Access messages(int room) {
    return new Access.OfMessages(new UUID(1, room));
  }

  private static RecordAccess looks(Access access) {
    return new RecordAccess(RECORD, access);
  }

  private static AccessRecorded recorded(Access access) {
    return new AccessRecorded(RECORD, People.admin(ADMIN), access);
  }

  static List<Access> anything() {
    var room = new UUID(1, 1);
    return List.of(
        new Access.OfRoom(room), new Access.OfMessages(room), new Access.OfEvents(room), SEARCH);
  }

  @ParameterizedTest
  @MethodSource("anything")
  void whatAnAdminLooksAtIsRecorded(Access access) {
    given().when(ADMIN, looks(access)).then(recorded(access));
  }

  @Test
  void lookingAtTheSameAgainWithinAMinuteIsOneLook() {
    given(messages(1))
        .after(Duration.ofMillis(59_999))
        .when(ADMIN, looks(messages(1)))
        .thenItIsSo()
        .after(Duration.ofMillis(1))
        .when(ADMIN, looks(messages(1)))
        .then(recorded(messages(1)));
  }

  @Test
  void anotherRoomOrSomethingElseOfItIsAnotherLook() {
    var room = new Access.OfRoom(new UUID(1, 1));
    given(messages(1))
        .when(ADMIN, looks(messages(2)))
        .then(recorded(messages(2)))
        .when(ADMIN, looks(room))
        .then(recorded(room));
  }

  @Test
  void everySearchIsRecorded() {
    var story = given(SEARCH).when(ADMIN, looks(SEARCH)).then(recorded(SEARCH));

    assertThat(story.state()).isEqualTo(AdminAccessState.NONE);
  }

  @Test
  void aClockThatIsSetBackHidesNothing() {
    given(messages(1))
        .after(Duration.ofHours(-1))
        .when(ADMIN, looks(messages(1)))
        .then(recorded(messages(1)));
  }

  @Test
  void onlyTheLastHundredLooksAreKnown() {
    var looks = IntStream.rangeClosed(0, 100).mapToObj(AdminAccessTest::messages);
    var story = given(looks.toArray(Access[]::new));

    assertThat(story.state().recent()).hasSize(AdminAccessState.MAX);
    story.when(ADMIN, looks(messages(1))).thenItIsSo();
    story.when(ADMIN, looks(messages(0))).then(recorded(messages(0)));
  }

  @Test
  void whatIsOverIsForgotten() {
    var story =
        given(messages(1), messages(2)).after(Duration.ofMinutes(1)).given(past(messages(3)));

    assertThat(story.state().recent())
        .extracting(AdminAccessState.Look::access)
        .containsExactly(messages(3));
  }

  static Stream<Actor> whoeverItIsNot() {
    return Stream.of(
        People.account("2", "another admin", Role.ADMIN),
        People.account(ADMIN.accountId().value(), "no admin any more", Role.BUYER),
        People.AUDITOR,
        People.ALI,
        People.GUEST,
        People.POLICY);
  }

  @ParameterizedTest
  @MethodSource("whoeverItIsNot")
  void nobodyElseWritesInAnAdminsRecord(Actor actor) {
    given().when(actor, looks(SEARCH)).thenRefused(Refusal.NOT_ALLOWED);
  }

  @Test
  void itConcernsNobodyButTheAuditor() {
    assertThat(given(messages(1)).state().audience()).isEmpty();
  }
}
