package io.parley.command;

import static io.parley.command.People.ADMIN;
import static io.parley.command.People.SARA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.backends.TestBackends;
import io.parley.command.Client.Answer;
import io.parley.schemas.Ids;
import io.parley.schemas.event.PublicRoomEvent.PublicMessageSent;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomOpened;
import io.parley.schemas.event.VisitorEvent.VisitorIntroduced;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The public chat's commands over HTTP, answered as its old clients know it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicChatOverHttpIT {
  private static final String NOT_FOUND = "{\"detail\":\"Not found.\"}";
  private static final String NOT_YOURS =
      "{\"detail\":\"রুমটি যিনি তৈরি করেছেন শুধু তিনিই এটি বদলাতে বা মুছতে পারেন।\"}";
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+06:00";

  private final Node node = Node.start(TestBackends.topicPrefix(), "public");
  private final EventLog log = new EventLog(node.topics());
  private final Client anybody = node.client();

  @AfterAll
  void stop() {
    node.close();
  }

  private static String text(Answer answer) {
    return new String(answer.response().body(), UTF_8);
  }

  private Answer post(String path, String json) {
    return anybody.postRaw(path, json);
  }

  private static void assertIs(Answer answer, int status, String body) {
    assertThat(text(answer)).isEqualTo(body);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/json");
  }

  private Client with(String session) {
    return anybody.with("X-Session-Id", session);
  }

  private UUID room(String session, String json) {
    return with(session).postRaw("/api/rooms/", json).id("id");
  }

  @Test
  void aVisitorIsCreated() {
    var created = post("/api/create-user/", "{\"username\":\" রাকিব \",\"color\":\"#ff0000\"}");

    var id = Ids.visitor(created.text("session_id"));
    assertIs(
        created,
        201,
        """
        {"user_id":"%s","session_id":"%s","username":"রাকিব","color":"#ff0000",\
        "message":"ব্যবহারকারী সফলভাবে তৈরি হয়েছে"}"""
            .formatted(id, created.text("session_id")));
    assertThat(created.header("Chat-Position")).matches("\\d+-\\d+");
    assertThat(log.happenedTo(id)).hasSize(1).allMatch(VisitorIntroduced.class::isInstance);
  }

  @Test
  void aSessionIsNowhereInTheLogAndNoKeyGivesItAway() {
    var keyed = anybody.with("Idempotency-Key", UUID.randomUUID().toString());
    var first = keyed.post("/api/create-user/", Map.of("username", "x"));
    var second = keyed.post("/api/create-user/", Map.of("username", "x"));

    assertThat(second.text("session_id")).isNotEqualTo(first.text("session_id"));
    assertThat(log.records())
        .noneMatch(r -> new String(r.value(), UTF_8).contains(first.text("session_id")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|{\"username\":[\"এটি আবশ্যক।\"]}",
        "{\"username\":\"\"}|{\"username\":[\"This field may not be blank.\"]}",
        "{\"username\":null}|{\"username\":[\"This field may not be null.\"]}",
        "{\"username\":[\"a\"]}|{\"username\":[\"Not a valid string.\"]}",
        "{\"username\":\"x\",\"color\":\"\"}|{\"color\":[\"This field may not be blank.\"]}",
        "{\"username\":\"a\\u0000b\"}|{\"username\":[\"Null characters are not allowed.\"]}",
        "[1,2]|{\"non_field_errors\":[\"Invalid data. Expected a dictionary, but got list.\"]}"
      })
  void whatIsWrongWithAVisitorIsSaidByField(String json, String errors) {
    assertIs(
        post("/api/create-user/", json),
        400,
        "{\"status\":\"error\",\"errors\":%s}".formatted(errors));
  }

  @Test
  void whatCannotBeReadIsSaidInADetail() {
    assertIs(
        post("/api/create-user/", "{\"username\": "),
        400,
        "{\"detail\":\"JSON parse error - Expecting value: line 1 column 14 (char 13)\"}");
    assertIs(
        node.client().ofType("text/plain").postRaw("/api/create-user/", "username"),
        415,
        "{\"detail\":\"Unsupported media type \\\"text/plain\\\" in request.\"}");
  }

  @Test
  void formsAreTakenToo() {
    var form = node.client().ofType("application/x-www-form-urlencoded");
    var created = form.postRaw("/api/create-user/", "username=form&color=%23123456");
    assertThat(created.status()).isEqualTo(201);
    assertThat(created.text("username") + created.text("color")).isEqualTo("form#123456");

    var parts = node.client().ofType("multipart/form-data; boundary=X");
    var other =
        parts.postRaw(
            "/api/create-user/",
            "--X\r\nContent-Disposition: form-data; name=\"username\"\r\n\r\nরাকিব\r\n--X--\r\n");
    assertThat(other.text("username")).isEqualTo("রাকিব");
    assertIs(
        parts.postRaw("/api/create-user/", "--X--\r\n"),
        400,
        "{\"status\":\"error\",\"errors\":{\"username\":[\"এটি আবশ্যক।\"]}}");

    var session = UUID.randomUUID().toString();
    var room = room(session, "{\"name\":\"ফর্ম\"}");
    var put =
        form.send(
            "PUT",
            "/api/rooms/" + room + "/",
            BodyPublishers.ofString("name=x&max_users=5&session_id=" + session));
    assertThat(put.status()).isEqualTo(200);
    assertThat(put.body().required("max_users").asInt()).isEqualTo(5);
  }

  @Test
  void aFormThatIsNoneIsSaidToBeWrong() {
    for (var type : new String[] {"multipart/form-data", "multipart/form-data; boundary=X"}) {
      var answer = node.client().ofType(type).postRaw("/api/create-user/", "--Y\r\nx");
      assertThat(answer.status()).isEqualTo(400);
    }
    var open = node.client().ofType("application/x-www-form-urlencoded");
    var form = open.postRaw("/api/create-user/?username=query", "color=%zz&&x");
    assertThat(form.body().at("/errors/username").size()).isEqualTo(1);
  }

  @Test
  void joiningAnUnknownRoomOpensIt() {
    var id = UUID.randomUUID();
    var joined =
        post(
            "/api/join-room/",
            "{\"room_id\":\"%s\",\"username\":\"রা &+ব\",\"color\":\"#ff0000\"}"
                .formatted(id.toString().replace("-", "").toUpperCase(Locale.ROOT)));
    String session = joined.text("session_id");

    assertIs(
        joined,
        200,
        """
        {"room_id":"%1$s","room_name":"রুম %2$s","user_id":"%3$s","session_id":"%4$s",\
        "username":"রা &+ব","color":"#ff0000","websocket_url":"ws://%5$s/ws/chat/%1$s/?username=\
        %%E0%%A6%%B0%%E0%%A6%%BE%%20%%26%%2B%%E0%%A6%%AC&color=%%23ff0000&session_id=%4$s",\
        "message":"রুমে সফলভাবে যোগদান করা হয়েছে"}"""
            .formatted(
                id,
                id.toString().substring(0, 8),
                Ids.visitor(session),
                session,
                node.address().getAuthority()));
    assertThat(URI.create(joined.text("websocket_url")).getQuery())
        .isEqualTo("username=রা &+ব&color=#ff0000&session_id=" + session);
    assertThat(log.happenedTo(id)).hasSize(1).allMatch(PublicRoomOpened.class::isInstance);

    var again = anybody.post("/api/join-room/", Map.of("room_id", id, "username", "x"));
    assertThat(again.text("room_name")).isEqualTo(joined.text("room_name"));
    assertThat(log.happenedTo(id)).hasSize(1);
  }

  @Test
  void behindTlsTheSocketIsToo() {
    var proxied =
        anybody
            .with("X-Forwarded-Proto", "https")
            .with("X-Forwarded-Host", "chat.example")
            .with("X-Forwarded-Port", "443");
    var joined =
        proxied.post("/api/join-room/", Map.of("room_id", UUID.randomUUID(), "username", "x"));

    assertThat(joined.text("websocket_url")).startsWith("wss://chat.example/ws/chat/");
  }

  @Test
  void whatIsWrongWithAJoin() {
    assertIs(
        post("/api/join-room/", "{}"),
        400,
        "{\"status\":\"error\",\"errors\":{\"room_id\":[\"এটি আবশ্যক।\"],\"username\":[\"এটি আবশ্যক।\"]}}");
    assertIs(
        post("/api/join-room/", "{\"room_id\":\"not-a-uuid\",\"username\":\"x\"}"),
        400,
        "{\"status\":\"error\",\"errors\":{\"room_id\":[\"Must be a valid UUID.\"]}}");
    var conversation = Ids.room("account:42", "1", null);
    assertIs(
        anybody.post("/api/join-room/", Map.of("room_id", conversation, "username", "x")),
        404,
        NOT_FOUND);
  }

  @Test
  void aRoomIsOpenedAndChangedByWhoeverHasItsSession() {
    var session = UUID.randomUUID().toString();
    var opened =
        post(
            "/api/rooms/",
            "{\"name\":\"ছোট রুম\",\"max_users\":2,\"session_id\":\"%s\"}".formatted(session));
    var id = opened.id("id");
    String at = opened.text("created_at");
    String path = "/api/rooms/" + id + "/";
    String form =
        """
        {"id":"%s","name":"%s","description":%s,"is_public":true,"max_users":%d,\
        "online_users_count":0,"total_messages_count":0,"created_at":"%s","updated_at":"%s"}""";

    assertThat(at).matches(TIME);
    assertIs(opened, 201, form.formatted(id, "ছোট রুম", "null", 2, at, at));
    var patched = with(session).patch(path, Map.of("description", "দুজনের"));
    String later = patched.text("updated_at");
    assertIs(patched, 200, form.formatted(id, "ছোট রুম", "\"দুজনের\"", 2, at, later));
    var put = with(session).send("PUT", path, BodyPublishers.ofString("{\"name\":\"নতুন\"}"));
    assertIs(put, 200, form.formatted(id, "নতুন", "\"দুজনের\"", 2, at, put.text("updated_at")));
    assertThat(with(session).delete(path).status()).isEqualTo(204);
    assertIs(with(session).delete(path), 404, NOT_FOUND);
  }

  @Test
  void othersMayNotTouchARoomButAnAdminMay() {
    var path = "/api/rooms/" + room(UUID.randomUUID().toString(), "{\"name\":\"x\"}") + "/";

    assertIs(anybody.patch(path, Map.of("name", "y")), 403, NOT_YOURS);
    assertIs(with("another").delete(path), 403, NOT_YOURS);
    assertIs(anybody.as(SARA).delete(path), 403, NOT_YOURS);
    assertThat(anybody.with("Authorization", "Bearer x").delete(path).status()).isEqualTo(401);
    assertThat(anybody.as(ADMIN).patch(path, Map.of("name", "y")).text("name")).isEqualTo("y");
    assertThat(anybody.as(ADMIN).delete(path).status()).isEqualTo(204);
  }

  @Test
  void whatIsNotThereOrNotShownIsNotFound() {
    var hidden = room(UUID.randomUUID().toString(), "{\"name\":\"গোপন\",\"is_public\":false}");
    for (var id : new Object[] {hidden, UUID.randomUUID(), "not-a-uuid", Ids.visitor("x")}) {
      var path = "/api/rooms/" + id + "/";
      assertIs(anybody.patch(path, Map.of("name", "y")), 404, NOT_FOUND);
      assertIs(anybody.send("PUT", path, BodyPublishers.ofString("{}")), 404, NOT_FOUND);
      assertIs(anybody.delete(path), 404, NOT_FOUND);
    }
  }

  @Test
  void whatIsWrongWithARoom() {
    assertIs(post("/api/rooms/", "{}"), 400, "{\"name\":[\"এটি আবশ্যক।\"]}");
    assertIs(
        post("/api/rooms/", "{\"name\":\"x\",\"max_users\":\"many\",\"is_public\":\"maybe\"}"),
        400,
        "{\"is_public\":[\"Must be a valid boolean.\"],\"max_users\":[\"A valid integer is required.\"]}");
    assertIs(
        post("/api/rooms/", "[]"),
        400,
        "{\"non_field_errors\":[\"Invalid data. Expected a dictionary, but got list.\"]}");
    var path = "/api/rooms/" + room("s", "{\"name\":\"x\"}") + "/";
    assertIs(
        anybody.send("PUT", path, BodyPublishers.ofString("{\"description\":\"x\"}")),
        400,
        "{\"name\":[\"এটি আবশ্যক।\"]}");
  }

  @Test
  void aRoomThatIsOpenedTwiceUnderOneKeyIsOneRoom() {
    var key = UUID.randomUUID();
    var keyed = anybody.with("Idempotency-Key", key.toString());
    var first = keyed.post("/api/rooms/", Map.of("name", "একবার"));
    var second = keyed.post("/api/rooms/", Map.of("name", "একবার"));

    assertThat(first.id("id")).isEqualTo(Ids.publicRoom(key));
    assertThat(text(second)).isEqualTo(text(first));
    assertThat(second.status()).isEqualTo(201);
    assertThat(log.happenedTo(first.id("id"))).hasSize(1);
  }

  @Test
  void whoIsNotInWritesBySession() {
    var created = post("/api/create-user/", "{\"username\":\"রাকিব\",\"color\":\"red\"}");
    String session = created.text("session_id");
    var room = room(session, "{\"name\":\"x\"}");
    var keyed = with(session).with("Idempotency-Key", UUID.randomUUID().toString());
    var body = Map.of("room_id", room, "content", "  by REST ");
    var sent = keyed.post("/api/messages/", body);

    String at = sent.text("timestamp");
    assertThat(at).matches(TIME);
    assertIs(
        sent,
        201,
        """
        {"id":"%s","user":{"id":"%s","username":"রাকিব","color":"red","is_online":false,\
        "last_seen":"%s","created_at":"%s"},"content":"by REST","message_type":"text",\
        "file_url":null,"timestamp":"%s","seq":2}"""
            .formatted(
                Ids.event(room, 2),
                Ids.visitor(session),
                at,
                sent.body().at("/user/created_at").asString(),
                at));
    assertThat(text(keyed.post("/api/messages/", body))).isEqualTo(text(sent));
    assertThat(log.happenedTo(room)).filteredOn(PublicMessageSent.class::isInstance).hasSize(1);
  }

  @Test
  void whatIsWrongWithAMessage() {
    var session = post("/api/create-user/", "{\"username\":\"x\"}").text("session_id");
    var writer = with(session);
    var room = UUID.randomUUID();

    assertIs(
        post("/api/messages/", "{}"),
        400,
        "{\"room_id\":[\"এটি আবশ্যক।\"],\"content\":[\"এটি আবশ্যক।\"]}");
    assertIs(
        anybody.post("/api/messages/", Map.of("room_id", room, "content", "x")),
        400,
        "{\"session_id\":[\"এটি আবশ্যক।\"]}");
    assertIs(
        with("nobody's").post("/api/messages/", Map.of("room_id", room, "content", "x")),
        400,
        "{\"session_id\":[\"এই সেশন আইডির কোনো ব্যবহারকারী নেই।\"]}");
    assertIs(
        writer.post("/api/messages/", Map.of("room_id", room, "content", "x")), 404, NOT_FOUND);
    assertIs(
        writer.post(
            "/api/messages/", Map.of("room_id", room, "content", "x", "message_type", "image")),
        400,
        "{\"file_url\":[\"এটি আবশ্যক।\"]}");
    assertIs(
        writer.post(
            "/api/messages/", Map.of("room_id", room, "content", "x", "file_url", "javascript:x")),
        400,
        "{\"file_url\":[\"Enter a valid URL.\"]}");
    assertIs(
        writer.post("/api/messages/", Map.of("room_id", room, "content", "x".repeat(4_001))),
        400,
        "{\"content\":[\"Ensure this field has no more than 4000 characters.\"]}");
  }

  @Test
  void inAnotherLanguage() {
    assertIs(
        post("/api/create-user/?lang=en", "{}"),
        400,
        "{\"status\":\"error\",\"errors\":{\"username\":[\"This field is required.\"]}}");
  }
}
