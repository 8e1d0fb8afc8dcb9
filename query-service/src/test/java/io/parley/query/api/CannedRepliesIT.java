package io.parley.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.query.RunningQueryService;
import io.parley.query.given.Answer;
import io.parley.query.given.GivenReplies;
import io.parley.query.given.People;
import io.parley.schemas.LogPosition;
import io.parley.schemas.Person;
import org.junit.jupiter.api.Test;

/// A vendor sees what it keeps ready, and nobody else does.
class CannedRepliesIT extends RunningQueryService {
  private static final String PATH = "/api/chat/vendor/replies/";

  private final Person shop = People.vendor("فروشگاه");
  private final String vendorId = People.newId();

  private LogPosition given(GivenReplies replies) {
    try (var log = log()) {
      return log.append(replies.events());
    }
  }

  private Answer seen(LogPosition position) {
    return vendor(shop, vendorId).after(position).get(PATH);
  }

  @Test
  void theyAreThereByShortcut() {
    var replies = GivenReplies.of(vendorId);
    var thanks = replies.adds("ممنون", "تشکر", "ممنون از شما، {buyer}");
    var price = replies.adds("Price", "قیمت", "{product}: {price} تومان");
    replies.adds("bye", "خداحافظی", "بدرود 👋🏽");
    replies.changes(price, "PRICE", "قیمت", "می‌شود {price}");

    var answer = seen(given(replies));

    assertThat(answer.each("shortcut")).containsExactly("bye", "PRICE", "ممنون");
    assertThat(answer.each("content"))
        .containsExactly("بدرود 👋🏽", "می‌شود {price}", "ممنون از شما، {buyer}");
    var changed = answer.body().get(1);
    assertThat(changed.path("id").asString()).isEqualTo(price.toString());
    assertThat(changed.path("title").asString()).isEqualTo("قیمت");
    assertThat(changed.path("created_at").asString()).isEqualTo(time(replies, 1));
    assertThat(changed.path("updated_at").asString()).isEqualTo(time(replies, 3));
    assertThat(seen(given(replies.removes(thanks))).each("shortcut"))
        .containsExactly("bye", "PRICE");
  }

  private static String time(GivenReplies replies, int event) {
    return replies.event(event).time().toString().replaceFirst(":(\\d\\d)Z$", ":$1.000Z");
  }

  @Test
  void eachVendorSeesItsOwn() {
    var mine = GivenReplies.of(vendorId);
    mine.adds("hi", "Gruß", "Hallo {buyer}");
    var other = GivenReplies.of(People.newId());
    other.adds("hi", "শুভেচ্ছা", "হ্যালো {buyer}");
    given(other);

    assertThat(seen(given(mine)).each("title")).containsExactly("Gruß");
    assertThat(vendor(shop, People.newId()).get(PATH).each("title")).isEmpty();
  }

  @Test
  void nobodyElseSeesAny() {
    assertThat(buyer(shop).get(PATH).code()).isEqualTo("not_allowed");
    assertThat(admin(shop).get(PATH).code()).isEqualTo("not_allowed");
    assertThat(nobody().get(PATH).status()).isEqualTo(401);
  }
}
