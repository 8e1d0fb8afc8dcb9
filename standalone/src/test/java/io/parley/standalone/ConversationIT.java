package io.parley.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.schemas.contract.ContractSchemas;
import io.parley.standalone.client.Answer;
import io.parley.standalone.client.Client;
import io.parley.standalone.client.Contract;
import java.net.URLEncoder;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A guest, a buyer and a vendor talk, from the first question to the last read receipt.
class ConversationIT extends RunningParley {
  private static final Map<String, Object> CARPET =
      Map.of("id", 101, "title", "فرش دستباف اصفهان", "price", 185_000_000);

  private Client guest;
  private Client vendor;

  @BeforeEach
  void people() {
    guest = parley().guest();
    vendor = parley().vendor();
  }

  private Answer asks(Client buyer, String question) {
    return buyer
        .post(
            "/start/",
            Map.of("vendor_id", vendor.vendorId(), "product", CARPET, "initial_message", question))
        .expect(201);
  }

  @Test
  void aGuestAsksAboutAProductAndTheVendorAnswers() {
    try (var vendorSocket = vendor.connect()) {
      var started = asks(guest, "سلام، این فرش موجود است؟");
      UUID room = started.id("room_id");
      var opened = vendorSocket.next("room_opened");
      assertThat(opened.path("product").path("title").asString()).isEqualTo("فرش دستباف اصفهان");
      assertThat(vendorSocket.next("room_updated").path("unread_count").asInt()).isEqualTo(1);
      var waiting = vendor.seeing(started).get("/vendor/rooms/?unread=true").expect(200);
      assertThat(waiting.each("room_id")).containsExactly(room.toString());
      assertThat(waiting.each("unread_count")).containsExactly("1");

      try (var guestSocket = guest.connect()) {
        assertThat(guestSocket.join(room)).isEqualTo(2);
        assertThat(vendorSocket.join(room)).isEqualTo(2);
        vendorSocket.say("typing", room, "is_typing", true);
        assertThat(guestSocket.next("typing").path("is_typing").asBoolean()).isTrue();
        vendorSocket.say("send_message", room, "content", "بله، دو تخته داریم.");
        var answer = guestSocket.skipTo("message");
        assertThat(answer.path("content").asString()).isEqualTo("بله، دو تخته داریم.");
        assertThat(answer.path("sender").asInt()).isEqualTo(vendor.id());
        vendorSocket.next("message");

        guestSocket.say("mark_read", room, "up_to_seq", 3);
        var receipt = vendorSocket.next("read_receipt");
        assertThat(receipt.path("up_to_seq").asLong()).isEqualTo(3);
        assertThat(receipt.path("guest").asBoolean()).isTrue();
      }
      var thanks = guest.write(room, "سپاس!");
      assertThat(vendorSocket.skipTo("message").path("content").asString()).isEqualTo("سپاس!");
      var messages = vendor.seeing(thanks).get("/rooms/" + room + "/messages/").expect(200);
      assertThat(messages.each("content"))
          .containsExactlyInAnyOrder("سلام، این فرش موجود است؟", "بله، دو تخته داریم.", "سپاس!");
      assertThat(messages.each("seq")).containsExactlyInAnyOrder("2", "3", "5");
    }
  }

  @Test
  void whoComesBackGetsWhatItMissedAndThenWhatIsNew() {
    UUID room = asks(guest, "سلام").id("room_id");
    vendor.write(room, "یک");
    vendor.write(room, "دو");
    try (var socket = guest.connect()) {
      socket.say("join_room", room, "after_seq", 2);
      assertThat(socket.next("joined").path("seq").asLong()).isEqualTo(4);
      assertThat(socket.next("message").path("content").asString()).isEqualTo("یک");
      assertThat(socket.next("message").path("content").asString()).isEqualTo("دو");
      vendor.write(room, "سه");
      assertThat(socket.next("message").path("seq").asLong()).isEqualTo(5);
    }
  }

  @Test
  void readingEmptiesTheUnreadCountOfOnesOwnSideOnly() {
    UUID room = asks(guest, "سلام").id("room_id");
    var answer = vendor.write(room, "سلام، بفرمایید");
    assertThat(guest.seeing(answer).get("/rooms/" + room + "/").number("unread_count"))
        .isEqualTo(1);

    var read = guest.post("/rooms/" + room + "/mark_read/", Map.of()).expect(200);
    assertThat(read.number("unread_count")).isZero();
    assertThat(guest.get("/rooms/" + room + "/").number("unread_count")).isZero();
    vendor.seeing(read);
    assertThat(vendor.get("/rooms/" + room + "/").number("unread_count")).isEqualTo(1);
    assertThat(vendor.get("/vendor/rooms/?unread=true").number("count")).isEqualTo(1);
    vendor.post("/rooms/" + room + "/mark_read/", Map.of("up_to_seq", 3)).expect(200);
    assertThat(vendor.get("/vendor/rooms/?unread=true").number("count")).isZero();
    assertThat(vendor.get("/rooms/" + room + "/messages/").each("is_read"))
        .containsExactly("true", "true");
  }

  @Test
  void theSameBuyerVendorAndProductMeetInTheSameRoom() {
    var buyer = parley().buyer();
    var first = buyer.start(vendor, 7).expect(201);
    assertThat(buyer.start(vendor, 7).expect(200).id("room_id")).isEqualTo(first.id("room_id"));
    assertThat(buyer.start(vendor, 8).expect(201).id("room_id")).isNotEqualTo(first.id("room_id"));
    assertThat(buyer.get("/rooms/").each("room_id")).hasSize(2);
  }

  @Test
  void messagesAreEditedAndTakenBack() {
    var buyer = parley().buyer();
    UUID room = asks(buyer, "سلام").id("room_id");
    var typo = buyer.write(room, "قیمط؟");
    String message = "/rooms/" + room + "/messages/" + typo.text("id") + "/";
    vendor.seeing(typo).patch(message, Map.of("content", "?")).expectProblem(403, "not_the_author");
    var edited = buyer.patch(message, Map.of("content", "قیمت؟")).expect(200);
    assertThat(edited.text("content")).isEqualTo("قیمت؟");
    assertThat(buyer.get("/rooms/" + room + "/messages/").each("content"))
        .containsExactlyInAnyOrder("سلام", "قیمت؟");
    buyer.delete(message).expect(204);
    assertThat(buyer.get("/rooms/" + room + "/messages/").each("deleted"))
        .containsExactlyInAnyOrder("false", "true");
    assertThat(buyer.get("/rooms/" + room + "/").get("last_message").path("content").asString())
        .isEmpty();
    buyer.patch(message, Map.of("content", "باز")).expectProblem(409, "message_deleted");
  }

  @Test
  void anArchivedConversationIsOpenAgainWhenSomebodyWrites() {
    UUID room = asks(guest, "سلام").id("room_id");
    var archived = vendor.post("/rooms/" + room + "/archive/", Map.of()).expect(200);
    assertThat(archived.get("is_archived").asBoolean()).isTrue();
    assertThat(vendor.get("/vendor/rooms/?archived=true").each("room_id"))
        .containsExactly(room.toString());
    var reopened = guest.write(room, "هنوز هستید؟");
    vendor.seeing(reopened);
    assertThat(vendor.get("/vendor/rooms/?archived=true").number("count")).isZero();
    vendor.post("/rooms/" + room + "/archive/", Map.of()).expect(200);
    var taken = vendor.post("/rooms/" + room + "/unarchive/", Map.of()).expect(200);
    assertThat(taken.get("is_archived").asBoolean()).isFalse();
  }

  @Test
  void anAdminFindsAWordHoweverItIsTyped() {
    var asked = asks(guest, "می‌خواهم یک کتابچهٔ کوچک بخرم");
    var admin = parley().admin().seeing(asked);
    for (String typed : new String[] {"كتابچه كوچك", "می‌خواهم", "مي‌خواهم", "فرش دستباف"}) {
      var found =
          admin
              .get("/admin/rooms/?page_size=200&search=" + URLEncoder.encode(typed, UTF_8))
              .expect(200);
      assertThat(found.each("room_id")).as(typed).contains(asked.text("room_id"));
    }
    assertThat(admin.get("/admin/rooms/?search=nothing-like-it").number("count")).isZero();
    assertThat(admin.get("/admin/stats/").expect(200).get("now").isObject()).isTrue();
  }

  @Test
  void whatAnAdminSeesIsAsTheContractSays() {
    var asked = asks(guest, "سلام 👋🏽 می‌خواهم");
    UUID room = asked.id("room_id");
    var answered = vendor.seeing(asked).write(room, "بفرمایید");
    guest.post("/rooms/" + room + "/report/", Map.of("reason", "گران است")).expect(201);
    try (var socket = guest.connect()) {
      socket.join(room);
      var admin = parley().admin().seeing(answered);
      var query =
          "?search=" + URLEncoder.encode("مي خواهم", UTF_8) + "&vendor_id=" + vendor.vendorId();
      assertThatEach(admin.get("/admin/rooms/" + query), "admin_room").isNotEmpty();
      assertThatEach(admin.get("/admin/messages/" + query), "found_message").isNotEmpty();
      assertThatEach(admin.get("/rooms/" + room + "/reports/"), "report").isNotEmpty();
      assertThatIt(admin.get("/admin/stats/"), "statistics");
      await()
          .untilAsserted(
              () -> {
                var health = admin.get("/admin/health/");
                assertThatIt(health, "admin_health");
                assertThat(health.get("sockets").path("total").asInt()).isPositive();
              });
    }
  }

  private static void assertThatIt(Answer answer, String view) {
    answer.expect(200);
    assertThat(Contract.errors(ContractSchemas.ofView(view), answer.json()))
        .as("%s", answer.text())
        .isEmpty();
  }

  private static ListAssert<JsonNode> assertThatEach(Answer answer, String view) {
    answer.expect(200);
    var list = answer.json().isArray() ? answer.json() : answer.get("results");
    return assertThat(list.valueStream().toList())
        .allSatisfy(
            one ->
                assertThat(Contract.errors(ContractSchemas.ofView(view), one))
                    .as("%s", one)
                    .isEmpty());
  }
}
