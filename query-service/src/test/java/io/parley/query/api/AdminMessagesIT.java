package io.parley.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.query.RunningQueryService;
import io.parley.query.given.Answer;
import io.parley.query.given.GivenPublicRoom;
import io.parley.query.given.GivenRoom;
import io.parley.query.given.GivenVisitor;
import io.parley.query.given.People;
import io.parley.schemas.Access;
import io.parley.schemas.LogPosition;
import io.parley.schemas.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Admins search in the messages of all conversations and public rooms.
class AdminMessagesIT extends RunningQueryService {
  private final Person root = People.admin("root");
  private final Person sara = People.buyer("سارا");
  private final GivenVisitor rakib = GivenVisitor.introduced("রাকিব 🌸");
  private final String vendorId = People.newId();

  /// A word that no other test's messages have.
  private final String mark = "m" + UUID.randomUUID().toString().replace("-", "");

  private Answer search(LogPosition position, String query, String... parameters) {
    return admin(root)
        .after(position)
        .get(
            "/api/chat/admin/messages/?search="
                + URLEncoder.encode(query, StandardCharsets.UTF_8)
                + String.join("", parameters));
  }

  private GivenRoom room() {
    return GivenRoom.started(sara, vendorId, People.product("کیف چرمی"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"می‌خواهم", "میخواهم", "می خواهم", "مي خواهم", "مي‌خواهم"})
  void aPersianMessageIsFoundHoweverItIsTypedAndMarkedAsItIs(String query) {
    var text = "من این كيف را مي‌خواهم 🌸 " + mark;
    var position = given(room().says(sara, text));

    var found = search(position, query + " " + mark);

    assertThat(found.body().path("count").asInt()).isEqualTo(1);
    var one = found.body().at("/results/0");
    assertThat(one.at("/message/content").asString()).isEqualTo(text);
    var marked = new StringBuilder();
    one.path("highlights")
        .forEach(
            span -> marked.append(text, span.path(0).asInt(), span.path(1).asInt()).append('|'));
    assertThat(marked.toString().replace("|خواهم", "خواهم")).isEqualTo("مي‌خواهم|" + mark + "|");
  }

  @Test
  void whatIsFoundTellsOfItsRoomAndTheNewestIsFirst() {
    var room = room().says(sara, "one " + mark).says(People.vendor("shop"), "two " + mark);
    var open = GivenPublicRoom.opened("আড্ডা").joins(rakib).says(rakib, "three " + mark);
    given(room);

    var found = search(given(open, rakib), mark);

    assertThat(found.body().path("count").asInt()).isEqualTo(3);
    var inPublic = found.body().at("/results/0");
    assertThat(inPublic.at("/message/content").asString()).startsWith("three");
    assertThat(inPublic.at("/message/role").asString()).isEqualTo("visitor");
    assertThat(inPublic.at("/message/sender_username").asString()).isEqualTo("রাকিব 🌸");
    assertThat(inPublic.at("/room/kind").asString()).isEqualTo("public");
    assertThat(inPublic.at("/room/name").asString()).isEqualTo("আড্ডা");
    assertThat(inPublic.at("/room/vendor_id").isNull()).isTrue();
    var answer = found.body().at("/results/1");
    assertThat(answer.at("/message/role").asString()).isEqualTo("vendor");
    assertThat(answer.at("/message/seq").asInt()).isEqualTo(3);
    assertThat(answer.at("/message/deleted").asBoolean()).isFalse();
    assertThat(answer.at("/room/kind").asString()).isEqualTo("product");
    assertThat(answer.at("/room/room_id").asString()).isEqualTo(room.id().toString());
    assertThat(answer.at("/room/vendor_id").asString()).isEqualTo(vendorId);
    assertThat(answer.at("/room/product/title").asString()).isEqualTo("کیف چرمی");
    assertThat(found.body().at("/results/2/message/content").asString()).startsWith("one");
  }

  @Test
  void everyWordIsInTheOneMessage() {
    var position = given(room().says(sara, "red " + mark).says(sara, "bag " + mark));

    assertThat(search(position, "red bag " + mark).body().path("count").asInt()).isZero();
    assertThat(search(position, "bag " + mark).body().path("count").asInt()).isEqualTo(1);
  }

  @Test
  void whatWasChangedOrTakenBackIsNotFound() {
    var room = room().says(sara, "a" + mark).says(sara, "b" + mark);
    room.edits(sara, 2, "c" + mark).deletes(sara, 3);
    var open = GivenPublicRoom.opened("x").says(rakib, "d" + mark).deletes();
    given(open, rakib);

    var found = search(given(room), mark);

    assertThat(found.body().path("count").asInt()).isEqualTo(1);
    assertThat(found.body().at("/results/0/message/content").asString()).isEqualTo("c" + mark);
    assertThat(found.body().at("/results/0/message/edited_at").isNull()).isFalse();
  }

  @Test
  void filtersSayWhere() {
    var room = room().says(sara, mark).archives(sara);
    var direct = GivenRoom.started(sara, vendorId, null).says(sara, mark);
    var open = GivenPublicRoom.opened("x").joins(rakib).says(rakib, mark);
    given(room);
    given(direct);
    var position = given(open, rakib);
    var middle = direct.last().time();

    assertThat(kinds(position)).containsExactly("public", "direct", "product");
    assertThat(kinds(position, "&kind=public")).containsExactly("public");
    assertThat(kinds(position, "&kind=direct")).containsExactly("direct");
    assertThat(kinds(position, "&vendor_id=" + vendorId)).containsExactly("direct", "product");
    assertThat(kinds(position, "&vendor_id=" + vendorId, "&archived=true"))
        .containsExactly("product");
    assertThat(kinds(position, "&product_id=" + productOf(room))).containsExactly("product");
    assertThat(kinds(position, "&room_id=" + open.id())).containsExactly("public");
    assertThat(kinds(position, "&room_id=" + room.id())).containsExactly("product");
    assertThat(kinds(position, "&from=" + middle)).containsExactly("public", "direct");
    assertThat(kinds(position, "&to=" + middle)).containsExactly("product");
    assertThat(kinds(position, "&reported=true")).isEmpty();
    assertThat(kinds(position, "&kind=public", "&vendor_id=" + vendorId)).isEmpty();
  }

  private static String productOf(GivenRoom room) {
    var started =
        (io.parley.schemas.event.RoomEvent.ConversationStarted) room.events().getFirst().data();
    return java.util.Objects.requireNonNull(started.product()).id().value();
  }

  private java.util.List<String> kinds(LogPosition position, String... parameters) {
    return search(position, mark, parameters)
        .body()
        .path("results")
        .valueStream()
        .map(one -> one.at("/room/kind").asString())
        .toList();
  }

  @Test
  void theResultHasPages() {
    var position = given(room().says(sara, "one " + mark).says(sara, "two " + mark));

    var first = search(position, mark, "&page_size=1");
    var second = admin(root).get(first.body().path("next").asString());

    assertThat(first.body().at("/results/0/message/content").asString()).startsWith("two");
    assertThat(second.body().at("/results/0/message/content").asString()).startsWith("one");
    assertThat(second.body().path("next").isNull()).isTrue();
  }

  @Test
  void itIsRecordedAndForAdminsOnly() {
    var position = given(room().says(sara, mark));
    var other = People.admin("auditor");

    assertThat(
            admin(other).after(position).get("/api/chat/admin/messages/?search=" + mark).status())
        .isEqualTo(200);
    assertThat(commandSide().accessesOf(other.key())).containsExactly(new Access.OfSearch(mark));
    assertThat(buyer(sara).get("/api/chat/admin/messages/?search=" + mark).code())
        .isEqualTo("not_allowed");
    assertThat(nobody().get("/api/chat/admin/messages/?search=" + mark).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"&kind=x", "&from=yesterday", "&to=2026-13-01", "&room_id=1", "&archived=maybe"})
  void whatIsWrongIsRefused(String parameter) {
    assertThat(admin(root).get("/api/chat/admin/messages/?search=a" + parameter).code())
        .isEqualTo("parameter_invalid");
  }

  @Test
  void withoutAWordThereIsNothingToSearchFor() {
    assertThat(admin(root).get("/api/chat/admin/messages/").code()).isEqualTo("search_invalid");
    assertThat(admin(root).get("/api/chat/admin/messages/?search=+").code())
        .isEqualTo("search_invalid");
  }
}
