package io.parley.command.room;

import static io.parley.command.People.ADMIN;
import static io.parley.command.People.ALI;
import static io.parley.command.People.COMPETITOR;
import static io.parley.command.People.NASRIN;
import static io.parley.command.People.OTHER_GUEST;
import static io.parley.command.People.POLICY;
import static io.parley.command.People.SARA;
import static io.parley.command.People.buyer;
import static io.parley.command.People.vendor;
import static io.parley.command.room.RoomStory.ROOM;
import static io.parley.command.room.RoomStory.given;
import static io.parley.command.room.RoomStory.message;
import static io.parley.command.room.RoomStory.roomOf;
import static io.parley.command.room.RoomStory.sent;
import static io.parley.command.room.RoomStory.startedBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.RoomCommand.CloseReports;
import io.parley.schemas.command.RoomCommand.ReportConversation;
import io.parley.schemas.event.RoomEvent.ConversationReported;
import io.parley.schemas.event.RoomEvent.ReportsClosed;
import io.parley.schemas.reply.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReportConversationTest {
  private static final CloseReports CLOSE = new CloseReports(ROOM);

  private static ReportConversation reports(@Nullable UUID messageId) {
    return new ReportConversation(ROOM, "کلاه‌برداری 😡", messageId);
  }

  static List<Actor> outsiders() {
    return List.of(NASRIN, OTHER_GUEST, COMPETITOR);
  }

  @Test
  void theRoomsPeopleReportAndNobodyCanTell() {
    var story =
        given(startedBy(buyer(SARA)), sent(vendor(ALI), "100 % off"))
            .when(SARA, reports(message(2)))
            .then(new ConversationReported(ROOM, buyer(SARA), "کلاه‌برداری 😡", message(2)));

    var before = roomOf(given(startedBy(buyer(SARA)), sent(vendor(ALI), "100 % off")));
    assertThat(roomOf(story).updatedAt()).isEqualTo(before.updatedAt());
    assertThat(roomOf(story).reading()).isEqualTo(before.reading());
    assertThat(roomOf(story).sequence()).isEqualTo(3);
  }

  @Test
  void reportingMakesNobodyAParticipant() {
    var story = given(startedBy(buyer(SARA)));
    story.when(ALI, reports(null)).then(ConversationReported.class);

    assertThat(roomOf(story).participants()).hasSize(1);
    assertThat(roomOf(story).audience()).hasSize(2);
  }

  @Test
  void onlyMessagesOfTheRoomAreReported() {
    var story = given(startedBy(buyer(SARA)), sent(buyer(SARA), "?"));

    story.when(SARA, reports(message(1))).thenRefused(Refusal.MESSAGE_NOT_FOUND);
    story.when(SARA, reports(message(9))).thenRefused(Refusal.MESSAGE_NOT_FOUND);
    story.when(SARA, reports(new UUID(1, 2))).thenRefused(Refusal.MESSAGE_NOT_FOUND);
  }

  @Test
  void anAdminClosesWhatIsOpenAndOthersDoNot() {
    var admin = Person.account(ParticipantRole.ADMIN, ADMIN.accountId(), ADMIN.username());
    var story = given(startedBy(buyer(SARA)));

    story.when(ADMIN, CLOSE).thenItIsSo();
    story.when(SARA, reports(null)).then(ConversationReported.class);
    story.when(SARA, CLOSE).thenRefused(Refusal.NOT_ALLOWED);
    story.when(ALI, CLOSE).thenRefused(Refusal.NOT_ALLOWED);
    story.when(ADMIN, CLOSE).then(new ReportsClosed(ROOM, admin));
    story.when(ADMIN, CLOSE).thenItIsSo();
    assertThat(roomOf(story).participants()).hasSize(1);
  }

  @Test
  void anAdminDoesNotReportToItself() {
    given(startedBy(buyer(SARA))).when(ADMIN, reports(null)).thenRefused(Refusal.NOT_ALLOWED);
    given(startedBy(buyer(SARA))).when(POLICY, reports(null)).thenRefused(Refusal.NOT_ALLOWED);
  }

  @Test
  void openReportsAreBounded() {
    var story = given(startedBy(buyer(SARA)));
    for (int i = 0; i < Reports.MAX_OPEN; i++) {
      story.when(SARA, reports(null)).then(ConversationReported.class);
    }

    story.when(SARA, reports(null)).thenRefused(Refusal.TOO_MANY_REPORTS);
    story.when(ADMIN, CLOSE).then(ReportsClosed.class);
    story.when(SARA, reports(null)).then(ConversationReported.class);
  }

  @ParameterizedTest
  @MethodSource("outsiders")
  void outsidersSeeNoRoom(Actor outsider) {
    given(startedBy(buyer(SARA))).when(outsider, reports(null)).thenRefused(Refusal.ROOM_NOT_FOUND);
    given(startedBy(buyer(SARA))).when(outsider, CLOSE).thenRefused(Refusal.ROOM_NOT_FOUND);
  }
}
