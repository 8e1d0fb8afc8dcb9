package io.parley.command.guest;

import static io.parley.command.People.ALI;
import static io.parley.command.People.GUEST;
import static io.parley.command.People.NASRIN;
import static io.parley.command.People.POLICY;
import static io.parley.command.People.SARA;
import static io.parley.command.People.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.command.Story;
import io.parley.command.aggregate.Decision;
import io.parley.command.aggregate.Moment;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.GuestCommand;
import io.parley.schemas.command.GuestCommand.ClaimGuestRoom;
import io.parley.schemas.command.GuestCommand.ConfirmGuestRoom;
import io.parley.schemas.command.GuestCommand.LinkGuestSession;
import io.parley.schemas.command.GuestCommand.OpenGuestSession;
import io.parley.schemas.event.GuestEvent;
import io.parley.schemas.event.GuestEvent.ClaimedRoom;
import io.parley.schemas.event.GuestEvent.GuestRoomAdopted;
import io.parley.schemas.event.GuestEvent.GuestRoomClaimed;
import io.parley.schemas.event.GuestEvent.GuestSessionLinked;
import io.parley.schemas.event.GuestEvent.GuestSessionOpened;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GuestTest {
  private static final UUID ID = GUEST.guestId();
  private static final GuestSessionOpened OPENED = new GuestSessionOpened(ID, "مرورگر من 🦊");

  private static Story<GuestState, GuestCommand, GuestEvent> given(GuestEvent... past) {
    var rules =
        new Story.Rules<GuestState, GuestCommand, GuestEvent>() {
          @Override
          public Decision decide(GuestState s, Actor actor, GuestCommand command, Moment moment) {
            return Guest.decide(s, actor, command);
          }

          @Override
          public GuestState evolve(GuestState s, GuestEvent event, Moment moment) {
            return Guest.evolve(s, event, moment);
          }
        };
    return new Story<GuestState, GuestCommand, GuestEvent>(
            rules, GuestEvent.class, new GuestState.Unknown())
        .given(List.of(past).stream().map(GuestTest::past).toList());
  }

  private static Story.Past<GuestState, GuestEvent> past(GuestEvent event) {
    return (_, _) -> event;
  }

  private static ClaimedRoom room(int number) {
    return new ClaimedRoom(new UUID(9, number), SHOP, new MarketplaceId("محصول-" + number));
  }

  private static GuestRoomClaimed claimed(int number) {
    return new GuestRoomClaimed(ID, room(number));
  }

  private static GuestSessionLinked linked(Actor.Account account, ClaimedRoom... rooms) {
    return new GuestSessionLinked(ID, account.accountId(), account.username(), List.of(rooms));
  }

  private static GuestRoomAdopted adopted(Actor.Account account, int number) {
    return new GuestRoomAdopted(ID, account.accountId(), account.username(), room(number));
  }

  private static ClaimGuestRoom claims(int number) {
    return new ClaimGuestRoom(ID, room(number).roomId(), SHOP, room(number).productId());
  }

  private static ConfirmGuestRoom confirms(int number) {
    return new ConfirmGuestRoom(ID, room(number).roomId(), SHOP, room(number).productId());
  }

  private static LinkGuestSession links() {
    return new LinkGuestSession(ID);
  }

  @Test
  void aBrowserBecomesAGuestOnce() {
    var story =
        given()
            .when(GUEST, new OpenGuestSession(ID, "مرورگر من 🦊"))
            .then(OPENED)
            .when(GUEST, new OpenGuestSession(ID, "another name"))
            .thenItIsSo();

    assertThat(Guest.answer(story.state()))
        .isEqualTo(new Outcome.GuestNow(ID, "مرورگر من 🦊", Story.NINE, null, List.of()));
  }

  @Test
  void aSessionThatWasNeverOpenedIsNone() {
    var story = given();
    story.when(GUEST, claims(1)).thenRefused(Refusal.GUEST_SESSION_NOT_FOUND);
    story.when(SARA, links()).thenRefused(Refusal.GUEST_SESSION_NOT_FOUND);
    story.when(POLICY, confirms(1)).thenRefused(Refusal.GUEST_SESSION_NOT_FOUND);
    assertThat(Guest.answer(story.state())).isEqualTo(new Outcome.Done());
  }

  @Test
  void aGuestClaimsEachRoomOnce() {
    given(OPENED)
        .when(GUEST, claims(1))
        .then(claimed(1))
        .when(GUEST, claims(1))
        .thenItIsSo()
        .when(GUEST, claims(2))
        .then(claimed(2));
  }

  @Test
  void aGuestHasFiveHundredRoomsAtMost() {
    var story = given(OPENED);
    IntStream.rangeClosed(1, GuestState.Session.MAX_ROOMS)
        .forEach(i -> story.when(GUEST, claims(i)).then(claimed(i)));

    story.when(GUEST, claims(501)).thenRefused(Refusal.TOO_MANY_ROOMS);
    story.when(GUEST, claims(500)).thenItIsSo();
  }

  @Test
  void theAccountGetsTheRoomsThatTheGuestHas() {
    var story =
        given(OPENED, claimed(1), claimed(2))
            .when(SARA, links())
            .then(linked(SARA, room(1), room(2)));

    assertThat(Guest.answer(story.state()))
        .isEqualTo(
            new Outcome.GuestNow(
                ID, OPENED.identifier(), Story.NINE, SARA.accountId(), List.of(room(1), room(2))));
  }

  @Test
  void linkingAgainIsOnce() {
    given(OPENED, linked(SARA)).when(SARA, links()).thenItIsSo();
  }

  @Test
  void aGuestIsOneAccountOnly() {
    given(OPENED, linked(SARA))
        .when(NASRIN, links())
        .thenRefused(Refusal.GUEST_SESSION_LINKED)
        .when(ALI, links())
        .thenRefused(Refusal.GUEST_SESSION_LINKED);
  }

  @Test
  void onlyAnAccountIsLinked() {
    given(OPENED).when(GUEST, links()).thenRefused(Refusal.NOT_ALLOWED);
    given(OPENED).when(POLICY, links()).thenRefused(Refusal.NOT_ALLOWED);
  }

  @Test
  void beforeTheLinkThereIsNothingToConfirm() {
    given(OPENED, claimed(1)).when(POLICY, confirms(1)).thenItIsSo();
  }

  /// Claim, link, start: the link could not attach a room that had not started.
  @Test
  void aRoomThatStartedInTheSecondOfTheLinkIsAdopted() {
    given(OPENED, claimed(1), linked(SARA, room(1)))
        .when(POLICY, confirms(1))
        .then(adopted(SARA, 1))
        .when(POLICY, confirms(1))
        .thenItIsSo();
  }

  @Test
  void aRoomThatTheGuestStartsLaterIsAdoptedToo() {
    given(OPENED, linked(SARA))
        .when(GUEST, claims(3))
        .then(claimed(3))
        .when(POLICY, confirms(3))
        .then(adopted(SARA, 3));
  }

  @Test
  void nobodyButAPolicyConfirms() {
    given(OPENED, linked(SARA)).when(GUEST, confirms(1)).thenRefused(Refusal.NOT_ALLOWED);
    given(OPENED, linked(SARA)).when(SARA, confirms(1)).thenRefused(Refusal.NOT_ALLOWED);
  }
}
