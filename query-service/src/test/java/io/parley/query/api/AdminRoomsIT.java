package io.parley.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.query.RunningQueryService;
import io.parley.query.given.Answer;
import io.parley.query.given.GivenRoom;
import io.parley.query.given.People;
import io.parley.schemas.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdminRoomsIT extends RunningQueryService {
  private final Person root = People.admin("root");
  private final Person sara = People.buyer("سارا-" + People.newId());

  private Answer search(GivenRoom room, String query) {
    return admin(root)
        .after(given(room))
        .get("/api/chat/admin/rooms/?search=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
  }

  private GivenRoom room() {
    return GivenRoom.started(sara, "77", People.product("کیف چرمی ۵۰٪ تخفیف"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "می‌خواهم",
        "میخواهم",
        "می خواهم",
        "مي خواهم",
        "كيف چرمي",
        "50%",
        "KHARID",
        "قهوه‌ای تخفیف",
        "kharid تخفیف"
      })
  void aRoomIsFoundByWhatIsInIt(String query) {
    var room = room().says(sara, "من این را می‌خواهم").says(sara, "Kharid قهوه ای");

    assertThat(search(room, query + " " + sara.username()).each("room_id"))
        .containsExactly(room.id().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"نیست", "100%", "k_arid", "kharid\\"})
  void aRoomIsNotFoundByWhatIsNotInIt(String query) {
    var room = room().says(sara, "Kharid");

    var found = search(room, query + " " + sara.username());

    assertThat(found.status()).isEqualTo(200);
    assertThat(found.each("room_id")).isEmpty();
  }

  @Test
  void aRoomIsFoundByVendorAndProductId() {
    var room = room();
    var product = room.events().getFirst();

    assertThat(product.sequence()).isEqualTo(1);
    assertThat(search(room, "77 " + sara.username()).each("room_id")).hasSize(1);
  }

  @Test
  void whatWasChangedOrDeletedIsNotFoundAnyMore() {
    var room = room().says(sara, "alpha").says(sara, "gamma");

    assertThat(search(room, "alpha gamma " + sara.username()).each("room_id")).hasSize(1);
    room.edits(sara, 2, "beta").deletes(sara, 3);
    assertThat(search(room, "alpha " + sara.username()).each("room_id")).isEmpty();
    assertThat(search(room, "gamma " + sara.username()).each("room_id")).isEmpty();
    assertThat(search(room, "beta " + sara.username()).each("room_id")).hasSize(1);
  }

  @Test
  void theResultHasPages() {
    var first = room().says(sara, "one");
    given(first);
    var second = GivenRoom.started(sara, "78", null).says(sara, "two");

    var page = search(second, sara.username());
    var small = admin(root).get("/api/chat/admin/rooms/?page_size=1&search=" + encoded());
    var next = admin(root).get(small.body().path("next").asString());

    assertThat(page.body().path("count").asInt()).isEqualTo(2);
    assertThat(small.each("room_id")).containsExactly(second.id().toString());
    assertThat(next.each("room_id")).containsExactly(first.id().toString());
  }

  private String encoded() {
    return URLEncoder.encode(sara.username(), StandardCharsets.UTF_8);
  }

  @Test
  void withoutASearchThereAreAllRooms() {
    var room = room();

    var all = search(room, "");

    assertThat(all.each("room_id")).contains(room.id().toString());
    assertThat(search(room, "\u200C").body().path("count")).isEqualTo(all.body().path("count"));
  }

  @Test
  void aSearchIsBounded() {
    var room = room();

    assertThat(search(room, "x".repeat(201)).code()).isEqualTo("search_invalid");
    assertThat(search(room, "a b c d e f g h i j k").code()).isEqualTo("search_invalid");
    assertThat(search(room, "a\u0000b'; drop table x;--").status()).isEqualTo(200);
    assertThat(admin(root).get("/api/chat/admin/rooms/?page=0").code()).isEqualTo("page_not_found");
  }

  @Test
  void whatWasFoundIsShown() {
    var long1 = "سلام 🌸 ".repeat(40);
    var room = room().says(sara, "قديمي گلدان").says(sara, long1 + "می خواهم" + long1);

    var one = search(room, "میخواهم چرمی " + sara.username()).body().at("/results/0");

    assertThat(one.path("room_id").asString()).isEqualTo(room.id().toString());
    assertThat(one.path("reports").asInt()).isZero();
    assertThat(one.path("found").valueStream().map(found -> found.path("what").asString()))
        .containsExactlyInAnyOrder("message", "product", "person");
    one.path("found")
        .forEach(
            found -> {
              assertThat(found.path("text").asString()).hasSizeLessThan(210);
              assertThat(found.path("highlights").isEmpty()).isFalse();
              assertThat(found.path("seq").isNull())
                  .isEqualTo(!found.path("what").asString().equals("message"));
            });
    assertThat(search(room, "").body().at("/results/0").has("found")).isFalse();
  }

  @Test
  void filtersSayWhich() {
    var room = room().archives(sara);
    given(GivenRoom.started(sara, "78", null).says(sara, "?"));

    assertThat(filtered(room, "")).hasSize(2);
    assertThat(filtered(room, "&vendor_id=77")).containsExactly(room.id().toString());
    assertThat(filtered(room, "&kind=product")).containsExactly(room.id().toString());
    assertThat(filtered(room, "&archived=true")).containsExactly(room.id().toString());
    assertThat(filtered(room, "&archived=false&vendor_id=77")).isEmpty();
    assertThat(filtered(room, "&product_id=0")).isEmpty();
    assertThat(filtered(room, "&kind=public")).isEmpty();
    assertThat(filtered(room, "&reported=true")).isEmpty();
    assertThat(filtered(room, "&reported=false")).hasSize(2);
    assertThat(filtered(room, "&from=2000-01-01&to=2100-01-01")).hasSize(2);
    assertThat(filtered(room, "&from=2100-01-01")).isEmpty();
    assertThat(filtered(room, "&to=2000-01-01")).isEmpty();
    assertThat(admin(root).get("/api/chat/admin/rooms/?from=x").code())
        .isEqualTo("parameter_invalid");
  }

  private List<String> filtered(GivenRoom room, String filter) {
    return admin(root)
        .after(given(room))
        .get("/api/chat/admin/rooms/?search=" + encoded() + filter)
        .each("room_id");
  }

  @Test
  void statisticsSayHowMuchIsGoingOn() {
    var room = room().says(sara, "?").says(People.vendor("shop"), "!");
    var position = given(room);

    var stats = admin(root).after(position).get("/api/chat/admin/stats/").body();

    assertThat(stats.path("totals").path("conversations").asLong()).isPositive();
    assertThat(stats.path("totals").path("messages_buyer").asLong()).isPositive();
    assertThat(stats.path("totals").path("messages_vendor").asLong()).isPositive();
    assertThat(stats.path("now").path("conversations").asLong()).isPositive();
    assertThat(stats.at("/first_answer/days").isArray()).isTrue();
    assertThat(stats.at("/first_answer/waiting").isIntegralNumber()).isTrue();
    assertThat(stats.at("/busiest/vendors").isArray()).isTrue();
    assertThat(stats.at("/busiest/products").isArray()).isTrue();
    assertThat(stats.path("hourly").isArray()).isTrue();
    assertThat(stats.path("daily").isArray()).isTrue();
  }
}
