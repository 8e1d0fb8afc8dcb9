package io.parley.command;

import static io.parley.command.People.ADMIN;
import static io.parley.command.People.ALI;
import static io.parley.command.People.NASRIN;
import static io.parley.command.People.SARA;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.backends.TestBackends;
import io.parley.command.Client.Answer;
import io.parley.schemas.Ids;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.RoomEvent.ConversationArchived;
import io.parley.schemas.event.RoomEvent.ConversationReported;
import io.parley.schemas.event.RoomEvent.ConversationStarted;
import io.parley.schemas.event.RoomEvent.ConversationUnarchived;
import io.parley.schemas.event.RoomEvent.MessageDeleted;
import io.parley.schemas.event.RoomEvent.MessageEdited;
import io.parley.schemas.event.RoomEvent.MessageSent;
import io.parley.schemas.event.RoomEvent.MessagesRead;
import io.parley.schemas.event.RoomEvent.ReportsClosed;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Each command over HTTP as people use it, and what stands in the log then.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsOverHttpIT {
  private static final Map<String, Object> SAFFRON =
      Map.of("id", 123, "title", "زعفران سرگل", "url", "/p/123", "price", 1_250_000);

  private final Node node = Node.start(TestBackends.topicPrefix(), "http");
  private final EventLog log = new EventLog(node.topics());
  private final Client sara = node.client().as(SARA);
  private final Client ali = node.client().as(ALI);
  private int product;

  @BeforeAll
  void somebodyIsThere() {
    assertThat(node.shards().states()).hasSize(Node.PARTITIONS);
  }

  @AfterAll
  void stop() {
    node.close();
  }

  private UUID newRoom() {
    return sara.post("/api/chat/start/", Map.of("vendor_id", 1, "product_id", ++product))
        .id("room_id");
  }

  private static String room(UUID room, String rest) {
    return "/api/chat/rooms/" + room + rest;
  }

  private Answer send(Client client, UUID room, String content) {
    return client.post(room(room, "/messages/"), Map.of("content", content));
  }

  @Test
  void aGuestSessionIsOpenedOnceForEachKey() {
    var anybody = node.client();
    var opened = anybody.post("/api/chat/guest-session/", Map.of("identifier", "مرورگر 🦊"));
    assertThat(opened.status()).isEqualTo(201);
    assertThat(opened.text("identifier")).isEqualTo("مرورگر 🦊");
    assertThat(opened.text("created_at")).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\.\\d{3}Z");

    var keyed = anybody.with("Idempotency-Key", UUID.randomUUID().toString());
    var first = keyed.post("/api/chat/guest-session/", Map.of("identifier", "x"));
    var second = keyed.post("/api/chat/guest-session", Map.of("identifier", "x"));
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.status()).isEqualTo(201);
  }

  @Test
  void theSecretOfAGuestIsNowhereInTheLog() {
    var session = node.client().becomeGuest("guest");
    var guest = node.client().asGuest(session);
    var started = guest.post("/api/chat/start/", Map.of("vendor_id", 1, "initial_message", "سلام"));
    assertThat(started.id("guest_session")).isEqualTo(session);
    assertThat(started.id("guest_id")).isEqualTo(Ids.guest(session));
    assertThat(started.body().required("guest").asBoolean()).isTrue();

    var shown = ali.post(room(started.id("room_id"), "/archive/"));
    assertThat(shown.body().required("guest_session").isNull()).isTrue();
    assertThat(log.records())
        .allSatisfy(
            record -> {
              assertThat(new String(record.value(), java.nio.charset.StandardCharsets.UTF_8))
                  .doesNotContain(session.toString());
              assertThat(EventLog.headers(record).toString()).doesNotContain(session.toString());
            });
  }

  @Test
  void theSameBuyerVendorAndProductMeetInOneRoom() {
    var body = Map.of("vendor_id", 1, "product", SAFFRON, "initial_message", "موجود است؟");
    var started = sara.post("/api/chat/start/", body);

    assertThat(started.status()).isEqualTo(201);
    assertThat(started.text("kind")).isEqualTo("product");
    assertThat(started.body().at("/product/title").asString()).isEqualTo("زعفران سرگل");
    assertThat(started.body().at("/last_message/content").asString()).isEqualTo("موجود است؟");
    assertThat(started.body().required("unread_count").asInt()).isZero();
    assertThat(started.body().at("/participants/0/user_id").asInt()).isEqualTo(42);

    var again = sara.post("/api/chat/start", Map.of("vendor_id", "1", "product_id", "123"));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.id("room_id")).isEqualTo(started.id("room_id"));
    assertThat(again.body().at("/product/title").asString()).isEqualTo("زعفران سرگل");
    assertThat(log.happenedTo(started.id("room_id")))
        .extracting(Object::getClass)
        .containsExactly(ConversationStarted.class, MessageSent.class);
  }

  @Test
  void aRequestThatIsSentTwiceIsOneConversationWithOneMessage() {
    var keyed = sara.with("Idempotency-Key", UUID.randomUUID().toString());
    var body = Map.of("vendor_id", 1, "product_id", "twice", "initial_message", "سلام");
    var first = keyed.post("/api/chat/start/", body);
    var second = keyed.post("/api/chat/start/", body);

    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body().at("/last_message/id")).isEqualTo(first.body().at("/last_message/id"));
    assertThat(log.eventsOf(first.id("room_id"))).hasSize(2);
  }

  @Test
  void aMessageIsAnsweredAsItStandsInTheLog() {
    var room = newRoom();
    var sent = send(sara, room, "می‌خواهم دو بسته 👍🏽");
    var event = log.eventsOf(room).getLast();

    assertThat(sent.status()).isEqualTo(201);
    assertThat(sent.id("id")).isEqualTo(event.id());
    assertThat(sent.body().required("seq").asLong()).isEqualTo(2);
    assertThat(sent.body().required("sender").asInt()).isEqualTo(42);
    assertThat(sent.text("content")).isEqualTo("می‌خواهم دو بسته 👍🏽");
    assertThat(sent.text("message_type")).isEqualTo("text");
    assertThat(sent.body().required("is_read").asBoolean()).isFalse();
    var record = log.recordsOf(room).getLast();
    assertThat(sent.header("Chat-Position")).isEqualTo(record.partition() + "-" + record.offset());
  }

  @Test
  void anEventCarriesCloudEventsHeadersAndTheCallersTrace() {
    var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    var room = newRoom();
    var sent = send(sara.with("traceparent", trace), room, "سلام");
    var record = log.recordsOf(room).getLast();
    var event = EventEnvelope.fromBytes(record.value());

    var expected = new HashMap<String, String>();
    expected.put("content-type", "application/json");
    expected.put("ce_specversion", "1.0");
    expected.put("ce_id", sent.text("id"));
    expected.put("ce_type", "parley.room.message_sent.v1");
    expected.put("ce_source", "/parley/room");
    expected.put("ce_subject", room.toString());
    expected.put("ce_time", sent.text("created_at"));
    expected.put("ce_sequence", "00000000000000000002");
    expected.put("audience", "vendor:1 account:42");
    var headers = new HashMap<>(EventLog.headers(record));
    // Sampled, so the deciding has a span of its own in the caller's trace.
    assertThat(headers.remove("ce_traceparent")).startsWith(trace.substring(0, 36)).endsWith("-01");
    assertThat(headers).isEqualTo(expected);
    assertThat(record.timestamp()).isEqualTo(event.time().toEpochMilli());
    assertThat(event.prevHash())
        .isEqualTo(EventEnvelope.hashOf(log.recordsOf(room).getFirst().value()));
  }

  @Test
  void readingTellsWhatIsLeft() {
    var room = newRoom();
    send(sara, room, "یک");
    send(sara, room, "دو");

    var part = ali.post(room(room, "/mark_read/"), Map.of("up_to_seq", 2));
    assertThat(part.status()).isEqualTo(200);
    assertThat(part.body().required("up_to_seq").asLong()).isEqualTo(2);
    assertThat(part.body().required("unread_count").asLong()).isEqualTo(1);
    var all = ali.post(room(room, "/mark_read"));
    assertThat(all.body().required("unread_count").asLong()).isZero();
    assertThat(log.happenedTo(room)).filteredOn(MessagesRead.class::isInstance).hasSize(2);
  }

  @Test
  void aRoomIsPutAwayAndTakenOutAndReopenedByAMessage() {
    var room = newRoom();
    assertThat(ali.post(room(room, "/archive/")).body().required("is_archived").asBoolean())
        .isTrue();
    assertThat(sara.post(room(room, "/unarchive/")).body().required("is_archived").asBoolean())
        .isFalse();
    sara.post(room(room, "/archive/"));
    assertThat(send(ali, room, "برگشتم").status()).isEqualTo(201);
    assertThat(sara.post(room(room, "/unarchive/")).body().required("is_archived").asBoolean())
        .isFalse();

    assertThat(log.happenedTo(room))
        .extracting(Object::getClass)
        .containsExactly(
            ConversationStarted.class,
            ConversationArchived.class,
            ConversationUnarchived.class,
            ConversationArchived.class,
            MessageSent.class);
  }

  @Test
  void aReportIsMadeByTheRoomsPeopleAndClosedByAnAdmin() {
    var room = newRoom();
    var message = send(sara, room, "؟").text("id");

    var report = Map.of("reason", " کلاه‌برداری ", "message_id", message);
    var reported = sara.post(room(room, "/report/"), report);
    assertThat(reported.status()).isEqualTo(201);
    assertThat(reported.header("Chat-Position")).matches("\\d+-\\d+");
    assertThat(reported.text("reason")).isEqualTo("کلاه‌برداری");
    assertThat(sara.post(room(room, "/report/"), Map.of("reason", " \u200C")).text("code"))
        .isEqualTo("reason_invalid");
    assertThat(sara.post(room(room, "/report/"), Map.of("reason", "x".repeat(1_001))).text("code"))
        .isEqualTo("reason_invalid");
    assertThat(sara.post(room(room, "/reports/close/")).status()).isEqualTo(403);
    assertThat(node.client().as(ADMIN).post(room(room, "/reports/close/")).status()).isEqualTo(200);

    assertThat(log.happenedTo(room))
        .extracting(Object::getClass)
        .containsExactly(
            ConversationStarted.class,
            MessageSent.class,
            ConversationReported.class,
            ReportsClosed.class);
  }

  @Test
  void aMessageIsMendedAndTakenBack() {
    var room = newRoom();
    var message = room(room, "/messages/" + send(sara, room, "اشتبا").text("id") + "/");

    var edited = sara.patch(message, Map.of("content", "اشتباه"));
    assertThat(edited.status()).isEqualTo(200);
    assertThat(edited.text("content")).isEqualTo("اشتباه");
    assertThat(edited.body().required("edited_at").isNull()).isFalse();
    var deleted = node.client().as(ADMIN).delete(message);
    assertThat(deleted.status()).isEqualTo(204);
    assertThat(deleted.header("Chat-Position")).matches("\\d+-\\d+");
    assertThat(log.happenedTo(room))
        .extracting(Object::getClass)
        .containsExactly(
            ConversationStarted.class,
            MessageSent.class,
            MessageEdited.class,
            MessageDeleted.class);
  }

  @Test
  void aGuestMayNameItsSessionInTheBodyAsTheOldApiHasIt() {
    var session = node.client().becomeGuest("old client");
    var started =
        node.client().post("/api/chat/start/", Map.of("vendor_id", 1, "guest_session_id", session));
    assertThat(started.status()).isEqualTo(201);

    var room = started.id("room_id");
    var body = Map.of("content", "سلام", "guest_session_id", session);
    assertThat(node.client().post(room(room, "/messages/"), body).status()).isEqualTo(201);
    var read = Map.of("guest_session_id", session);
    assertThat(node.client().post(room(room, "/mark_read/"), read).status()).isEqualTo(200);
  }

  @Test
  void aPictureNeedsNoWords() {
    var room = newRoom();
    var file = "https://bazaar.example/media/1.jpg";
    var sent =
        sara.post(room(room, "/messages/"), Map.of("message_type", "image", "file_url", file));

    assertThat(sent.status()).isEqualTo(201);
    assertThat(sent.text("file_url")).isEqualTo(file);
    assertThat(sent.text("content")).isEmpty();
  }

  @Test
  void anotherBuyerHasAnotherRoom() {
    var hers = node.client().as(NASRIN).post("/api/chat/start/", Map.of("vendor_id", 1));

    assertThat(hers.text("kind")).isEqualTo("direct");
    assertThat(hers.id("room_id"))
        .isNotEqualTo(sara.post("/api/chat/start/", Map.of("vendor_id", 1)).id("room_id"));
  }
}
