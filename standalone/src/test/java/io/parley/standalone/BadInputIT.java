package io.parley.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.standalone.client.Client;
import java.io.IOException;
import java.net.Socket;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever comes in is answered with what is wrong about it, and nothing breaks.
///
/// `@mine` is a room of the buyer who asks, `@theirs` one of somebody else, `@none` no room.
@TestInstance(Lifecycle.PER_CLASS)
class BadInputIT extends RunningParley {
  private Client buyer;
  private Client vendor;
  private UUID mine;
  private UUID theirs;

  @BeforeAll
  void rooms() {
    buyer = parley().buyer();
    vendor = parley().vendor();
    theirs = parley().buyer().start(vendor, 1).expect(201).id("room_id");
    mine = buyer.start(vendor, 1).expect(201).id("room_id");
    buyer.write(mine, "سلام");
  }

  @AfterEach
  void isAlive() {
    buyer.get("/rooms/" + mine + "/").expect(200);
    buyer.post("/rooms/" + mine + "/mark_read/", Map.of()).expect(200);
  }

  private String path(String path) {
    return path.replace("@mine", mine.toString())
        .replace("@theirs", theirs.toString())
        .replace("@none", UUID.randomUUID().toString());
  }

  private String messages() {
    return "/rooms/" + mine + "/messages/";
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3} {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          POST  | /rooms/@none/messages/       | {"content":"x"}               | 404 | room_not_found
          POST  | /rooms/@theirs/messages/     | {"content":"x"}               | 404 | room_not_found
          POST  | /rooms/no-uuid/messages/     | {"content":"x"}               | 404 | room_not_found
          POST  | /rooms/1-1-1-1-1/mark_read/  | {}                            | 404 | room_not_found
          PATCH | /rooms/@mine/messages/@none/ | {"content":"x"}               | 404 | message_not_found
          PATCH | /rooms/@mine/messages/x/     | {"content":"x"}               | 404 | message_not_found
          POST  | /rooms/@mine/messages/       | {}                            | 400 | content_blank
          POST  | /rooms/@mine/messages/       | {"content":null}              | 400 | content_blank
          POST  | /rooms/@mine/messages/       | {"content":" \\t\\n\\u200c"}  | 400 | content_blank
          POST  | /rooms/@mine/messages/       | {"content":"a\\u0000b"}       | 400 | content_invalid
          POST  | /rooms/@mine/messages/       | {"content":"\\ud83d"}         | 400 | content_invalid
          POST  | /rooms/@mine/messages/       | {"content":5}                 | 400 | body_unreadable
          POST  | /rooms/@mine/messages/       | {"content":["x"]}             | 400 | body_unreadable
          POST  | /rooms/@mine/messages/       | ["x"]                         | 400 | body_unreadable
          POST  | /rooms/@mine/messages/       | null                          | 400 | body_unreadable
          POST  | /rooms/@mine/messages/       | {"content":                   | 400 | body_unreadable
          POST  | /rooms/@mine/messages/       | {"content":"x"} {}            | 400 | body_unreadable
          POST  | /rooms/@mine/messages/       | {"content":"x","client_message_id":"1"}      | 400 | body_unreadable
          POST  | /rooms/@mine/messages/       | {"content":"x","message_type":"hologram"}    | 400 | body_unreadable
          POST  | /rooms/@mine/messages/       | {"content":"x","message_type":"image"}       | 400 | file_url_invalid
          POST  | /rooms/@mine/messages/       | {"content":"x","message_type":"image","file_url":"javascript:alert(1)"} | 400 | file_url_invalid
          POST  | /rooms/@mine/mark_read/      | {"up_to_seq":-1}              | 400 | up_to_seq_invalid
          POST  | /rooms/@mine/mark_read/      | {"up_to_seq":1.5}             | 400 | body_unreadable
          POST  | /rooms/@mine/mark_read/      | {"up_to_seq":"1"}             | 400 | body_unreadable
          POST  | /rooms/@mine/mark_read/      | {"up_to_seq":99999999999999999999}           | 400 | body_unreadable
          POST  | /start/                      | {}                            | 400 | vendor_id_missing
          POST  | /start/                      | {"vendor_id":""}              | 400 | body_unreadable
          POST  | /start/                      | {"vendor_id":[1]}             | 400 | body_unreadable
          POST  | /start/                      | {"vendor_id":1,"initial_message":" "}        | 400 | content_blank
          POST  | /start/                      | {"vendor_id":1,"product":{"id":1,"url":"javascript:x"}} | 400 | product_invalid
          POST  | /start/                      | {"vendor_id":1,"product_id":2,"product":{"id":1}}       | 400 | product_invalid
          POST  | /guest-session/              | {"identifier":5}              | 400 | body_unreadable
          POST  | /guest-session/              | {"identifier":"a\\u0000"}     | 400 | identifier_invalid
          POST  | /link-guest-session/         | {}                            | 400 | guest_session_id_missing
          POST  | /link-guest-session/         | {"guest_session_id":"guess"}  | 400 | body_unreadable
          PUT   | /rooms/@mine/messages/       | {"content":"x"}               | 405 | method_not_allowed
          POST  | /rooms/@mine/dance/          | {}                            | 404 | not_found
          POST  | /api/dev/token/              | {"username":"x"}              | 400 | user_id_missing
          POST  | /api/dev/token/              | {"user_id":1,"roles":["king"]}               | 400 | body_unreadable
          """)
  void whatIsWrongInABodyIsSaid(String method, String path, String body, int status, String code) {
    buyer.send(method, path(path), body).expectProblem(status, code);
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /rooms/@none/                                | 404 | room_not_found
          /rooms/@theirs/                              | 404 | room_not_found
          /rooms/no-uuid/                              | 404 | room_not_found
          /rooms/@mine/messages/?page=0                | 404 | page_not_found
          /rooms/@mine/messages/?page=2                | 404 | page_not_found
          /rooms/@mine/messages/?page=x                | 404 | page_not_found
          /rooms/@mine/messages/?page=99999999999999   | 404 | page_not_found
          /rooms/@mine/messages/?after_seq=x           | 400 | parameter_invalid
          /rooms/@mine/messages/?after_seq=-1          | 400 | parameter_invalid
          /rooms/@mine/messages/?after_seq=1&limit=0   | 400 | parameter_invalid
          /rooms/@mine/messages/?after_seq=1&before_seq=2 | 400 | parameter_invalid
          /rooms/@mine/events/?after_seq=%00           | 400 | parameter_invalid
          /rooms/?cursor=guess                         | 400 | parameter_invalid
          /nothing/                                    | 404 | not_found
          /api/nothing                                 | 404 | not_found
          /rooms/@mine/archive/                        | 405 | method_not_allowed
          """)
  void whatIsWrongInAnAddressIsSaid(String path, int status, String code) {
    buyer.get(path(path)).expectProblem(status, code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/rooms/@mine/messages/?page_size=10000", "/rooms/?limit=10000"})
  void whatIsTooMuchIsCut(String path) {
    assertThat(buyer.get(path(path)).expect(200).each("room_id")).isNotEmpty();
  }

  @Test
  void aVendorAndAnAdminAreToldToo() {
    vendor.get("/vendor/rooms/?unread=maybe").expectProblem(400, "parameter_invalid");
    vendor.get("/vendor/rooms/?page=9").expectProblem(404, "page_not_found");
    var admin = parley().admin();
    admin.get("/admin/rooms/?search=%00").expect(200);
    admin.get("/admin/rooms/?search=" + "%25_%5C'".repeat(10)).expect(200);
    String long201 = "x".repeat(201);
    admin.get("/admin/rooms/?search=" + long201).expectProblem(400, "search_invalid");
    admin.get("/admin/rooms/?page=0").expectProblem(404, "page_not_found");
  }

  @Test
  void fourThousandCharactersAreAMessageAndOneMoreIsNone() {
    assertThat(buyer.write(mine, "س".repeat(4000)).text("content")).hasSize(4000);
    buyer.post(messages(), Map.of("content", "😀".repeat(4000))).expect(201);
    var tooLong = Map.of("content", "س".repeat(4001));
    buyer.post(messages(), tooLong).expectProblem(400, "content_too_long");
    var longName = Map.of("identifier", "x".repeat(256));
    parley().nobody().post("/guest-session/", longName).expectProblem(400, "identifier_invalid");
  }

  @Test
  void markupIsText() {
    String markup = "<script>alert('x')</script> &amp; \"\\ ${x} %s {{x}}";
    buyer.write(mine, markup);
    assertThat(buyer.get(messages()).each("content")).contains(markup);
  }

  @Test
  void anIdThatComesAgainIsTheSameMessageOrAConflict() {
    UUID id = UUID.randomUUID();
    var body = Map.of("content", "یک بار", "client_message_id", id);
    var first = buyer.post(messages(), body).expect(201);
    assertThat(buyer.post(messages(), body).expect(201).text("id")).isEqualTo(first.text("id"));
    buyer
        .post(messages(), Map.of("content", "دیگر", "client_message_id", id))
        .expectProblem(409, "command_id_reused");
  }

  @Test
  void readingBackwardsOrBeyondTheEndChangesNothing() {
    UUID room = buyer.start(vendor, 2).expect(201).id("room_id");
    String read = "/rooms/" + room + "/mark_read/";
    buyer.post(read, Map.of()).expect(200);
    vendor.write(room, "یک");
    vendor.write(room, "دو");
    assertThat(buyer.post(read, Map.of("up_to_seq", 999)).expect(200).number("up_to_seq"))
        .isEqualTo(3);
    var back = buyer.post(read, Map.of("up_to_seq", 1)).expect(200);
    assertThat(back.number("unread_count")).isZero();
    assertThat(buyer.get("/rooms/" + room + "/").number("unread_count")).isZero();
  }

  @Test
  void headersAreCheckedToo() {
    var json = Map.of("Content-Type", "application/json");
    var nobody = parley().nobody();
    for (var credentials :
        Map.of("Authorization", "Bearer", "X-Guest-Session", "guess", "authorization", "Basic eDp4")
            .entrySet()) {
      var headers = Map.of(credentials.getKey(), credentials.getValue());
      nobody.send("GET", "/rooms/", null, headers).expectProblem(401, "credentials_invalid");
    }
    nobody.send("POST", messages(), "{}", json).expectProblem(401, "not_authenticated");
    var text = Map.of("Content-Type", "text/plain");
    nobody.send("POST", messages(), "x", text).expectProblem(415, "unsupported_media_type");
    var key = Map.of("Idempotency-Key", "1", "Content-Type", "application/json");
    nobody.send("POST", "/guest-session/", "{}", key).expectProblem(400, "idempotency_key_invalid");
  }

  @Test
  void whatIsTooLargeOrTooDeepIsNotRead() {
    String large = "{\"content\":\"" + "x".repeat(70_000) + "\"}";
    buyer.post(messages(), large).expectProblem(413, "body_too_large");
    String deep = "{\"content\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
    buyer.post(messages(), deep).expectProblem(400, "body_unreadable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /api/chat/rooms/?cursor=%zz HTTP/1.1",
        "GET /api/chat/rooms/?limit=%C3%28&%=%& HTTP/1.1",
        "GET /api/chat/rooms/%zz/ HTTP/1.1",
        "GET /api/chat/rooms/%00/ HTTP/1.1",
        "GET /api/chat/rooms/..%2f..%2fetc HTTP/1.1",
        "POST /api/chat/guest-session/ HTTP/1.1\r\nTransfer-Encoding: nonsense",
        "BREW /api/chat/rooms/ HTTP/1.1",
        "GET /api/chat/rooms/ HTTP/9.9",
        "nonsense"
      })
  void whatIsHardlyHttpIsRefused(String request) throws IOException {
    try (var socket = new Socket("localhost", parley().port())) {
      String rest = "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write((request + rest).getBytes(UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 ").doesNotStartWith("HTTP/1.1 2");
      assertThat(answer).doesNotStartWith("HTTP/1.1 500").doesNotContain("Exception", "\tat ");
    }
  }
}
