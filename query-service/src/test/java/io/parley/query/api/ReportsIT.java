package io.parley.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.query.RunningQueryService;
import io.parley.query.given.Answer;
import io.parley.query.given.GivenRoom;
import io.parley.query.given.People;
import io.parley.schemas.Access;
import io.parley.schemas.Ids;
import io.parley.schemas.LogPosition;
import io.parley.schemas.Person;
import org.junit.jupiter.api.Test;

/// What a room's people tell the marketplace is for its staff, and for nobody else.
class ReportsIT extends RunningQueryService {
  private final Person root = People.admin("root");
  private final Person sara = People.buyer("سارا-" + People.newId());
  private final Person shop = People.vendor("فروشگاه");
  private final String vendorId = People.newId();
  private final GivenRoom room = GivenRoom.started(sara, vendorId, null).says(shop, "100 % off");
  private final String base = "/api/chat/rooms/" + room.id();

  private LogPosition reported() {
    return given(
        room.reports(sara, "کلاه‌برداری 😡", Ids.event(room.id(), 2)).reports(sara, "!", null));
  }

  private Answer reports(LogPosition position) {
    return admin(root).after(position).get(base + "/reports/");
  }

  @Test
  void adminsSeeThemTheNewestFirstAndThatIsRecorded() {
    var reports = reports(reported());

    assertThat(reports.each("reason")).containsExactly("!", "کلاه‌برداری 😡");
    var first = reports.body().path(1);
    assertThat(first.at("/reported_by/role").asString()).isEqualTo("buyer");
    assertThat(first.at("/reported_by/username").asString()).isEqualTo(sara.username());
    assertThat(first.at("/reported_by/guest_id").isNull()).isTrue();
    assertThat(first.path("message_id").asString()).isEqualTo(Ids.event(room.id(), 2).toString());
    assertThat(first.path("closed_at").isNull()).isTrue();
    assertThat(commandSide().accessesOf(root.key())).containsExactly(new Access.OfRoom(room.id()));
  }

  @Test
  void whatWasSeenToIsClosedAndLaterReportsAreOpen() {
    reported();
    var position = given(room.closesReports(root).reports(sara, "again", null));

    var reports = reports(position);
    var rooms = "/api/chat/admin/rooms/?vendor_id=" + vendorId;

    assertThat(reports.each("reason")).containsExactly("again", "!", "کلاه‌برداری 😡");
    assertThat(reports.body().at("/0/closed_at").isNull()).isTrue();
    assertThat(reports.body().at("/1/closed_by").asString()).isEqualTo("root");
    assertThat(admin(root).get(rooms).body().at("/results/0/reports").asInt()).isEqualTo(1);
    assertThat(admin(root).get(rooms + "&reported=true").each("room_id")).hasSize(1);
    assertThat(admin(root).get(rooms + "&reported=false").each("room_id")).isEmpty();

    var closed = given(room.closesReports(root));
    assertThat(admin(root).after(closed).get(rooms + "&reported=true").each("room_id")).isEmpty();
  }

  @Test
  void theRoomsPeopleSeeOnlyThatThereIsSomething() {
    var position = given(room.reports(sara, "کلاه‌برداری 😡", null).closesReports(root));

    for (var client : java.util.List.of(buyer(sara), vendor(shop, vendorId))) {
      var history = client.after(position).get(base + "/events/?after_seq=2");
      assertThat(history.body().path("seq").asInt()).isEqualTo(4);
      assertThat(history.each("seq")).containsExactly("3", "4");
      assertThat(history.each("type")).containsExactly("noted", "noted");
      assertThat(history.body().at("/results/0/data").isEmpty()).isTrue();
      assertThat(history.body().at("/results/0").has("command_id")).isFalse();
      assertThat(history.http().body()).doesNotContain("😡", "root");

      var view = client.get(base + "/").body();
      assertThat(view.path("participants").toString()).doesNotContain("root");
      assertThat(view.path("updated_at").asString())
          .isEqualTo(room.events().get(1).time().toString().replaceAll("Z$", ".000Z"));
      assertThat(client.get(base + "/reports/").code()).isEqualTo("not_allowed");
    }
  }

  @Test
  void adminsSeeItInTheHistory() {
    var history = admin(root).after(reported()).get(base + "/events/?after_seq=2");

    assertThat(history.each("type")).containsOnly("parley.room.conversation_reported.v1");
    assertThat(history.body().at("/results/0/data/reason").asString()).isEqualTo("کلاه‌برداری 😡");
  }

  @Test
  void whatIsNoRoomHasNone() {
    assertThat(admin(root).get("/api/chat/rooms/" + Ids.event(room.id(), 7) + "/reports/").status())
        .isEqualTo(404);
    assertThat(nobody().get(base + "/reports/").status()).isEqualTo(401);
  }
}
