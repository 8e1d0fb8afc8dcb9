package io.parley.command.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.command.aggregate.Decision;
import io.parley.command.aggregate.Moment;
import io.parley.schemas.Access;
import io.parley.schemas.Ids;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import io.parley.schemas.command.AccessCommand.RecordAccess;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.Role;
import io.parley.schemas.event.AccessEvent.AccessRecorded;
import io.parley.schemas.reply.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdminAccessTest {
  private static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
  private static final Actor.Account ADMIN = account("1", Role.ADMIN);
  private static final UUID RECORD = Ids.adminAccess(ADMIN.accountId());
  private static final Access SEARCH = new Access.OfSearch("گلدان");

  private AdminAccessState state = AdminAccessState.NONE;
  private Instant time = NINE;
  private long sequence = 1;

  private static Actor.Account account(String id, Role... roles) {
    return new Actor.Account(new MarketplaceId(id), "مدیر", Set.of(roles), null);
  }

  private static Access messages(int room) {
    return new Access.OfMessages(new UUID(1, room));
  }

  private static AccessRecorded recorded(Access access) {
    var admin = Person.account(ParticipantRole.ADMIN, ADMIN.accountId(), ADMIN.username());
    return new AccessRecorded(RECORD, admin, access);
  }

  private AdminAccessTest given(Access... past) {
    for (var access : past) {
      state = AdminAccess.evolve(state, recorded(access), new Moment(time, sequence++));
    }
    return this;
  }

  private AdminAccessTest after(Duration pause) {
    time = time.plus(pause);
    return this;
  }

  private Decision when(Actor actor, Access access) {
    return AdminAccess.decide(
        state, actor, new RecordAccess(RECORD, access), new Moment(time, sequence));
  }

  private Decision whenAdmin(Access access) {
    return when(ADMIN, access);
  }

  static List<Access> anything() {
    var room = new UUID(1, 1);
    return List.of(
        new Access.OfRoom(room), new Access.OfMessages(room), new Access.OfEvents(room), SEARCH);
  }

  @ParameterizedTest
  @MethodSource("anything")
  void whatAnAdminLooksAtIsRecorded(Access access) {
    assertThat(whenAdmin(access)).isEqualTo(Decision.happens(recorded(access)));
  }

  @Test
  void lookingAtTheSameAgainWithinAMinuteIsOneLook() {
    given(messages(1)).after(Duration.ofMillis(59_999));

    assertThat(whenAdmin(messages(1))).isEqualTo(Decision.isSo());
  }

  @Test
  void theMinuteBeginsWithWhatIsRecorded() {
    given(messages(1)).after(Duration.ofMinutes(1));

    assertThat(whenAdmin(messages(1))).isEqualTo(Decision.happens(recorded(messages(1))));
  }

  @Test
  void anotherRoomOrSomethingElseOfItIsAnotherLook() {
    given(messages(1));

    assertThat(whenAdmin(messages(2))).isEqualTo(Decision.happens(recorded(messages(2))));
    var room = new Access.OfRoom(new UUID(1, 1));
    assertThat(whenAdmin(room)).isEqualTo(Decision.happens(recorded(room)));
  }

  @Test
  void everySearchIsRecorded() {
    given(SEARCH, SEARCH);

    assertThat(whenAdmin(SEARCH)).isEqualTo(Decision.happens(recorded(SEARCH)));
    assertThat(state).isEqualTo(AdminAccessState.NONE);
  }

  @Test
  void aClockThatIsSetBackHidesNothing() {
    given(messages(1)).after(Duration.ofHours(-1));

    assertThat(whenAdmin(messages(1))).isEqualTo(Decision.happens(recorded(messages(1))));
  }

  @Test
  void onlyTheLastHundredLooksAreKnown() {
    given(IntStream.rangeClosed(0, 100).mapToObj(AdminAccessTest::messages).toArray(Access[]::new));

    assertThat(state.recent()).hasSize(AdminAccessState.MAX);
    assertThat(whenAdmin(messages(0))).isEqualTo(Decision.happens(recorded(messages(0))));
    assertThat(whenAdmin(messages(1))).isEqualTo(Decision.isSo());
  }

  @Test
  void whatIsOverIsForgotten() {
    given(messages(1), messages(2)).after(Duration.ofMinutes(1)).given(messages(3));

    assertThat(state.recent())
        .extracting(AdminAccessState.Look::access)
        .containsExactly(messages(3));
  }

  static Stream<Actor> whoeverItIsNot() {
    return Stream.of(
        account("2", Role.ADMIN),
        account("1", Role.BUYER, Role.VENDOR, Role.AUDITOR),
        new Actor.Guest(new UUID(1, 1)),
        new Actor.Policy("when_something_then_else"));
  }

  @ParameterizedTest
  @MethodSource("whoeverItIsNot")
  void nobodyElseWritesInAnAdminsRecord(Actor actor) {
    assertThat(when(actor, SEARCH)).isEqualTo(Decision.refused(Refusal.NOT_ALLOWED));
  }

  @Test
  void itConcernsNobodyButTheAuditor() {
    assertThat(given(messages(1)).state.audience()).isEmpty();
  }
}
