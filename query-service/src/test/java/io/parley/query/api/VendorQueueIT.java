package io.parley.query.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.query.RunningQueryService;
import io.parley.query.given.Answer;
import io.parley.query.given.GivenRoom;
import io.parley.query.given.People;
import io.parley.schemas.Person;
import io.parley.schemas.Product;
import java.net.URLEncoder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A vendor works through what waits for it.
class VendorQueueIT extends RunningQueryService {
  private final Person shop = People.vendor("فروشگاه");
  private final Person root = People.admin("root");
  private final String vendorId = People.newId();

  private GivenRoom room(@Nullable Product product) {
    return GivenRoom.started(People.buyer("سارا"), vendorId, product);
  }

  private Answer rooms(String query) {
    return get("rooms/" + query);
  }

  private Answer get(String path) {
    var answer = vendor(shop, vendorId).get("/api/chat/vendor/" + path);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer;
  }

  private void expect(GivenRoom... rooms) {
    for (var room : rooms) {
      vendor(shop, vendorId).after(given(room)).get("/api/chat/vendor/summary/");
    }
  }

  private @Nullable String waitingSince() {
    return rooms("").body().at("/results/0/waiting_since").asString(null);
  }

  private static String time(GivenRoom room, int event) {
    return room.events().get(event).time().toString().replaceFirst(":(\\d\\d)Z$", ":$1.000Z");
  }

  @ParameterizedTest
  @CsvSource({
    "started,              -1",
    "asks,                  1",
    "asks asks,             1",
    "asks helps,            1",
    "asks answers,         -1",
    "asks answers asks,     3",
    "answers asks reads,    2",
    "asks archives,        -1",
    "asks archives opens,  -1",
    "asks archives asks,    3"
  })
  void theQueueSaysSinceWhenABuyerWaits(String story, int since) {
    var room = room(null);
    for (var step : story.split(" ", -1)) {
      happen(room, step);
    }
    expect(room);

    assertThat(waitingSince()).isEqualTo(since < 0 ? null : time(room, since));
    assertThat(rooms("?waiting=true").body().path("count").asInt()).isEqualTo(since < 0 ? 0 : 1);
  }

  private void happen(GivenRoom room, String step) {
    switch (step) {
      case "asks" -> room.says(room.buyer(), "موجود است؟");
      case "answers" -> room.says(shop, "بله");
      case "helps" -> room.says(root, "یک لحظه");
      case "reads" -> room.reads(shop);
      case "archives" -> room.archives(shop);
      case "opens" -> room.unarchives(shop);
      default -> assertThat(step).isEqualTo("started");
    }
  }

  @Test
  void whoWaitsLongestComesFirstAndThenTheNewest() {
    var longest = room(null);
    longest.says(longest.buyer(), "?");
    var answered = room(People.product("کیف"));
    answered.says(answered.buyer(), "?").says(shop, "!");
    var second = room(People.product("কলম"));
    second.says(second.buyer(), "?");
    var newest = room(People.product("lamp"));
    longest.says(longest.buyer(), "هنوز هستید؟");
    expect(longest, answered, second, newest);

    var all = List.of(longest, second, newest, answered);
    assertThat(rooms("?sort=waiting").each("room_id")).containsExactlyElementsOf(ids(all));
    assertThat(rooms("?sort=waiting&page_size=1&page=2").each("room_id"))
        .containsExactly(second.id().toString());
    assertThat(rooms("?sort=recent").each("room_id"))
        .containsExactlyElementsOf(ids(List.of(longest, newest, second, answered)));
  }

  private static List<String> ids(List<GivenRoom> rooms) {
    return rooms.stream().map(room -> room.id().toString()).toList();
  }

  @Test
  void aVendorSearchesItsOwnConversationsHoweverTheWordsAreTyped() {
    var bag = People.product("کیف چرمی");
    var mine = room(bag);
    mine.says(mine.buyer(), "می‌خواهم");
    var other = room(People.product("چراغ"));
    var elsewhere = GivenRoom.started(People.buyer("رضا"), People.newId(), bag);
    elsewhere.says(elsewhere.buyer(), "می‌خواهم");
    expect(mine, other);
    admin(root).after(given(elsewhere)).get("/api/chat/admin/rooms/");

    for (var words : List.of("مي‌خواهم", "مي خواهم", "ميخواهم كيف")) {
      assertThat(rooms("?sort=waiting&search=" + encoded(words)).each("room_id"))
          .as(words)
          .containsExactly(mine.id().toString());
    }
    assertThat(rooms("?search=" + encoded("%")).body().path("count").asInt()).isZero();
    assertThat(rooms("?product_id=" + bag.id() + "&waiting=true").each("room_id"))
        .containsExactly(mine.id().toString());
    assertThat(rooms("?product_id=nothing").body().path("count").asInt()).isZero();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sort=oldest", "product_id=", "product_id=%20"})
  void whatIsNoOrderOrProductIsRefused(String query) {
    var answer = vendor(shop, vendorId).get("/api/chat/vendor/rooms/?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("parameter_invalid");
  }

  @Test
  void theSummaryCountsWhatIsNotPutAway() {
    var bag = People.product("کیف چرمی");
    var lamp = People.product("চেরাগ");
    var asked = room(bag);
    asked.says(asked.buyer(), "?").says(asked.buyer(), "?");
    var done = room(bag);
    done.says(done.buyer(), "?").reads(shop).says(shop, "!");
    var lit = room(lamp);
    var away = room(lamp);
    away.says(away.buyer(), "?").archives(shop);
    var noProduct = room(null);
    noProduct.says(noProduct.buyer(), "?").reads(shop);
    expect(asked, done, lit, away, noProduct);

    var summary = get("summary/").body();

    assertThat(summary.path("rooms").asInt()).isEqualTo(4);
    assertThat(summary.path("archived").asInt()).isEqualTo(1);
    assertThat(summary.path("waiting").asInt()).isEqualTo(2);
    assertThat(summary.path("unread_rooms").asInt()).isEqualTo(1);
    assertThat(summary.path("unread_messages").asInt()).isEqualTo(2);
    assertThat(summary.at("/products/0/product/title").asString()).isEqualTo("চেরাগ");
    assertThat(summary.at("/products/0/rooms").asInt()).isEqualTo(1);
    assertThat(summary.at("/products/1/product/title").asString()).isEqualTo("کیف چرمی");
    assertThat(summary.at("/products/1/rooms").asInt()).isEqualTo(2);
    assertThat(summary.at("/products/1/unread_rooms").asInt()).isEqualTo(1);
    assertThat(summary.path("products")).hasSize(2);
  }

  @Test
  void onlyAVendorHasASummary() {
    assertThat(buyer(shop).get("/api/chat/vendor/summary/").code()).isEqualTo("not_allowed");
    assertThat(admin(root).get("/api/chat/vendor/summary/").code()).isEqualTo("not_allowed");
    assertThat(nobody().get("/api/chat/vendor/summary/").status()).isEqualTo(401);
  }
}
