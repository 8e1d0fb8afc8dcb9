package io.parley.command;

import static io.parley.command.People.ALI;
import static io.parley.command.People.COMPETITOR;
import static io.parley.command.People.NASRIN;
import static io.parley.command.People.SARA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.backends.TestBackends;
import io.parley.command.Client.Answer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What comes in that should not: each is told what is wrong, and none of it reaches the log.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
  private final Node node = Node.start(TestBackends.topicPrefix(), "bad-input");
  private final EventLog log = new EventLog(node.topics());
  private final Client sara = node.client().as(SARA);
  private final UUID room = sara.post("/api/chat/start/", Map.of("vendor_id", 1)).id("room_id");
  private final UUID message = write(sara, Map.of("content", "سلام")).id("id");

  @AfterAll
  void stop() {
    node.close();
  }

  private static String room(Object room, String rest) {
    return "/api/chat/rooms/" + room + rest;
  }

  private Answer write(Client client, Map<String, ?> body) {
    return client.post(room(room, "/messages/"), body);
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.body().path("code").asString("")).as(answer.toString()).isEqualTo(code);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.body().required("status").asInt()).isEqualTo(status);
    assertThat(answer.body().required("detail").asString()).isNotBlank();
  }

  static List<String> unwritable() {
    return List.of(
        "blank:" + "  \\u200c\\u200f\\n",
        "blank:",
        "too_long:" + "م".repeat(4_001),
        "too_long:" + "🙂".repeat(4_001),
        "invalid:" + "a\\u0000b",
        "invalid:" + "\\ud83d",
        "invalid:" + "\\ude42 x");
  }

  @ParameterizedTest
  @MethodSource("unwritable")
  void whatCannotBeWritten(String sample) {
    int colon = sample.indexOf(':');
    var body = "{\"content\":\"" + sample.substring(colon + 1) + "\"}";
    var code = "content_" + sample.substring(0, colon);

    assertProblem(sara.postRaw(room(room, "/messages/"), body), 400, code);
    var edit =
        sara.send("PATCH", room(room, "/messages/" + message), BodyPublishers.ofString(body));
    assertProblem(edit, 400, code);
    var start = body.replace("content", "initial_message").replace("}", ",\"vendor_id\":1}");
    assertProblem(sara.postRaw("/api/chat/start/", start), 400, code);
    assertThat(log.eventsOf(room)).hasSize(2);
  }

  @Test
  void fourThousandCharactersAndMarkupAreFine() {
    var hers = node.client().as(NASRIN);
    var herRoom = hers.post("/api/chat/start/", Map.of("vendor_id", 1)).id("room_id");
    for (String content : List.of("🙂".repeat(4_000), "<b onclick='x()'>&amp;</b>")) {
      var sent = hers.post(room(herRoom, "/messages/"), Map.of("content", content));
      assertThat(sent.text("content")).isEqualTo(content);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"content\":5}",
        "{\"content\":\"x\",\"message_type\":\"video\"}",
        "{\"content\":\"x\",\"client_message_id\":\"1\"}",
        "{\"content\":\"x\"",
        "{\"content\":{\"a\":1}}"
      })
  void whatIsNoSuchBody(String body) {
    assertProblem(sara.postRaw(room(room, "/messages/"), body), 400, "body_unreadable");
  }

  @ParameterizedTest
  @CsvSource({"image,", "file,", "image,ftp://x/y", "text,javascript:alert(1)", "file,//x"})
  void aFileNeedsAnAddress(String type, @org.jspecify.annotations.Nullable String address) {
    var url = address == null ? "" : ",\"file_url\":\"" + address + "\"";
    var body = "{\"content\":\"x\",\"message_type\":\"" + type + "\"" + url + "}";

    assertProblem(sara.postRaw(room(room, "/messages/"), body), 400, "file_url_invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1-1-1-1-1", "00000000-0000-0000-0000-000000000000", "%20", "null"})
  void aRoomThatIsNone(String none) {
    assertProblem(
        sara.post(room(none, "/messages/"), Map.of("content", "x")), 404, "room_not_found");
    assertProblem(sara.post(room(none, "/mark_read/")), 404, "room_not_found");
    assertProblem(sara.post(room(none, "/archive/")), 404, "room_not_found");
  }

  @Test
  void aRoomOfOthersLooksLikeNone() {
    var guest = node.client().asGuest(node.client().becomeGuest("other"));
    var guessed = node.client().asGuest(UUID.randomUUID());
    for (var other :
        List.of(node.client().as(NASRIN), node.client().as(COMPETITOR), guest, guessed)) {
      assertProblem(write(other, Map.of("content", "x")), 404, "room_not_found");
      assertProblem(other.post(room(room, "/mark_read/")), 404, "room_not_found");
      assertProblem(other.post(room(room, "/archive/")), 404, "room_not_found");
      assertProblem(other.post(room(room, "/unarchive/")), 404, "room_not_found");
      var path = room(room, "/messages/" + message + "/");
      assertProblem(other.patch(path, Map.of("content", "x")), 404, "room_not_found");
      assertProblem(other.delete(path), 404, "room_not_found");
    }
  }

  @Test
  void aMessageThatIsNoneOrNotOnesOwn() {
    for (Object none : List.of("x", UUID.randomUUID())) {
      var path = room(room, "/messages/" + none + "/");
      assertProblem(sara.patch(path, Map.of("content", "x")), 404, "message_not_found");
      assertProblem(sara.delete(path), 404, "message_not_found");
    }
    var path = room(room, "/messages/" + message + "/");
    var ali = node.client().as(ALI);
    assertProblem(ali.patch(path, Map.of("content", "x")), 403, "not_the_author");
    assertProblem(ali.delete(path), 403, "not_the_author");
  }

  @Test
  void readingBackwardsBeyondTheEndAndInAnEmptyRoomIsHarmless() {
    var hers = node.client().as(NASRIN);
    var empty = hers.post("/api/chat/start/", Map.of("vendor_id", 2)).id("room_id");
    for (long upTo : new long[] {0, 1, Long.MAX_VALUE}) {
      var read = hers.post(room(empty, "/mark_read/"), Map.of("up_to_seq", upTo));
      assertThat(read.status()).isEqualTo(200);
      assertThat(read.body().required("unread_count").asLong()).isZero();
    }
    assertProblem(
        hers.post(room(empty, "/mark_read/"), Map.of("up_to_seq", -1)), 400, "up_to_seq_invalid");
    for (Object odd : List.of("1", 1.5, true, List.of(1))) {
      assertProblem(
          hers.post(room(empty, "/mark_read/"), Map.of("up_to_seq", odd)), 400, "body_unreadable");
    }
    assertThat(log.eventsOf(empty)).hasSize(1);
  }

  @Test
  void anIdIsForOneMessage() {
    var hers = node.client().as(NASRIN);
    var herRoom = hers.post("/api/chat/start/", Map.of("vendor_id", 1)).id("room_id");
    var path = room(herRoom, "/messages/");
    var id = UUID.randomUUID();
    var first = hers.post(path, Map.of("content", "সালাম", "client_message_id", id));
    var again = hers.post(path, Map.of("content", "সালাম", "client_message_id", id));

    assertThat(first.id("client_message_id")).isEqualTo(id);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertProblem(
        hers.post(path, Map.of("content", "অন্য", "client_message_id", id)),
        409,
        "command_id_reused");
    var key = hers.with("Idempotency-Key", UUID.randomUUID().toString());
    assertProblem(
        key.post(path, Map.of("content", "x", "client_message_id", id)),
        400,
        "idempotency_key_invalid");
    assertProblem(
        hers.with("Idempotency-Key", "x").post(path, Map.of("content", "x")),
        400,
        "idempotency_key_invalid");
  }

  @Test
  void credentialsThatDoNotHold() {
    var body = Map.of("content", "x");
    assertProblem(write(node.client(), body), 401, "not_authenticated");
    assertThat(write(node.client(), body).header("WWW-Authenticate")).isEqualTo("Bearer");
    var expired = Tokens.of(SARA, Tokens.SECRET, Instant.now().minusSeconds(1));
    var foreign =
        Tokens.of(SARA, "another secret, just as long as ours", Instant.now().plusSeconds(60));
    var unsigned = "eyJhbGciOiJub25lIn0.eyJzdWIiOiI0MiJ9.";
    for (String token : List.of(expired, foreign, unsigned, "x")) {
      for (String scheme : List.of("Bearer ", "Token ")) {
        var client = node.client().with("Authorization", scheme + token);
        assertProblem(write(client, body), 401, "credentials_invalid");
      }
    }
    assertProblem(
        write(node.client().with("X-Guest-Session", "x"), body), 401, "credentials_invalid");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | vendor_id_missing",
        "{'vendor_id':null} | vendor_id_missing",
        "{'vendor_id':true} | body_unreadable",
        "{'vendor_id':'a b'} | body_unreadable",
        "{'vendor_id':1,'product':{'title':'x'}} | body_unreadable",
        "{'vendor_id':1,'product_id':1,'product':{'id':2}} | product_invalid",
        "{'vendor_id':1,'product':{'id':2,'url':'javascript:x'}} | product_invalid",
        "{'vendor_id':1,'product':{'id':2,'price':[1]}} | body_unreadable",
        "{'vendor_id':1,'product':{'id':2,'title':'\\u0000'}} | product_invalid"
      })
  void aConversationThatCannotStart(String body, String code) {
    assertProblem(sara.postRaw("/api/chat/start/", body.replace('\'', '"')), 400, code);
  }

  @Test
  void whoMayNotStart() {
    var start = Map.of("vendor_id", 1);
    assertProblem(node.client().as(ALI).post("/api/chat/start/", start), 403, "own_shop");
    assertProblem(
        node.client().as(People.AUDITOR).post("/api/chat/start/", start), 403, "not_allowed");
    assertProblem(node.client().post("/api/chat/start/", start), 401, "not_authenticated");
    var nobody = node.client().asGuest(UUID.randomUUID());
    assertProblem(nobody.post("/api/chat/start/", start), 401, "guest_session_unknown");
  }

  @Test
  void anIdentifierThatCannotBeKept() {
    var anybody = node.client();
    assertProblem(
        anybody.post("/api/chat/guest-session/", Map.of("identifier", "x".repeat(256))),
        400,
        "identifier_invalid");
    assertProblem(
        anybody.postRaw("/api/chat/guest-session/", "{\"identifier\":\"\\ud800\"}"),
        400,
        "identifier_invalid");
    assertProblem(anybody.post("/api/chat/guest-session/"), 400, "body_unreadable");
  }

  @Test
  void aBodyThatIsTooLargeAnnouncedOrNot() {
    var body = ("{\"content\":\"" + "x".repeat(70_000) + "\"}").getBytes(UTF_8);
    var path = room(room, "/messages/");

    assertProblem(sara.send("POST", path, BodyPublishers.ofByteArray(body)), 413, "body_too_large");
    var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    assertProblem(sara.send("POST", path, chunked), 413, "body_too_large");
  }

  @Test
  void whatIsNoDoor() {
    assertProblem(sara.post("/api/chat/nowhere/"), 404, "not_found");
    assertProblem(
        sara.send("PUT", "/api/chat/start/", BodyPublishers.ofString("{}")),
        405,
        "method_not_allowed");
  }
}
