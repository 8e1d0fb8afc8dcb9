package io.parley.standalone;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.standalone.client.ChatSocket;
import io.parley.standalone.client.Client;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every frame in and out, and every way in which a socket is refused or ends.
class FramesIT extends RunningParley {
  private Client buyer;
  private Client vendor;
  private UUID room;
  private ChatSocket here;
  private ChatSocket there;

  /// The buyer is `here`, the vendor `there`; both have joined the room.
  @BeforeEach
  void bothAreInTheRoom() {
    buyer = parley().buyer();
    vendor = parley().vendor();
    room = buyer.start(vendor, 101).expect(201).id("room_id");
    here = buyer.connect();
    there = vendor.connect();
    here.join(room);
    there.join(room);
  }

  @AfterEach
  void disconnect() {
    here.close();
    there.close();
  }

  @Test
  void theGreetingSaysWhoOneIs() {
    try (var socket = buyer.socket()) {
      var greeting = socket.next("connection_established");
      assertThat(greeting.path("user").asString()).isEqualTo("سارا");
      assertThat(greeting.path("user_id").asInt()).isEqualTo(buyer.id());
      assertThat(greeting.has("guest_session")).isFalse();
    }
    var guest = parley().guest();
    try (var socket = guest.socket()) {
      var greeting = socket.next("connection_established");
      assertThat(greeting.path("user").asString()).startsWith("guest-");
      assertThat(greeting.path("guest_session").asString()).isEqualTo(guest.session().toString());
    }
  }

  @Test
  void everyEventOfARoomIsOneFrameToEachWhoJoined() {
    var message = buyer.write(room, "سلام");
    String path = "/rooms/" + room + "/messages/" + message.text("id") + "/";
    vendor.post("/rooms/" + room + "/mark_read/", Map.of()).expect(200);
    buyer.patch(path, Map.of("content", "سلام!")).expect(200);
    buyer.delete(path).expect(204);
    vendor.post("/rooms/" + room + "/archive/", Map.of()).expect(200);
    vendor.post("/rooms/" + room + "/unarchive/", Map.of()).expect(200);
    for (var socket : new ChatSocket[] {here, there}) {
      var sent = socket.next("message");
      assertThat(sent.path("content").asString()).isEqualTo("سلام");
      assertThat(sent.path("seq").asLong()).isEqualTo(2);
      assertThat(socket.next("read_receipt").path("user_id").asInt()).isEqualTo(vendor.id());
      assertThat(socket.next("message_edited").path("content").asString()).isEqualTo("سلام!");
      assertThat(socket.next("message_deleted").path("message_seq").asLong()).isEqualTo(2);
      assertThat(socket.next("room_archived").path("user_id").asInt()).isEqualTo(vendor.id());
      assertThat(socket.next("room_unarchived").path("seq").asLong()).isEqualTo(7);
      socket.isQuiet();
    }
  }

  @Test
  void theAccountThatAGuestBecomesJoins() {
    var guest = parley().guest();
    UUID asked = guest.start(vendor, 102).expect(201).id("room_id");
    there.next("room_opened");
    there.join(asked);
    buyer.post("/link-guest-session/", Map.of("guest_session_id", guest.session())).expect(200);
    var joined = there.next("participant_joined");
    assertThat(joined.path("user_id").asInt()).isEqualTo(buyer.id());
    assertThat(joined.path("seq").asLong()).isEqualTo(2);
  }

  @Test
  void whoDidNotJoinIsToldWhatItsListNeeds() {
    there.say("leave_room", room);
    there.isQuiet();
    UUID other = buyer.start(vendor, 103).expect(201).id("room_id");
    assertThat(there.next("room_opened").path("room_id").asString()).isEqualTo(other.toString());
    assertThat(here.next("room_opened").path("user_id").asInt()).isEqualTo(buyer.id());
    buyer.write(room, "یک");
    buyer.write(room, "دو");
    there.next("room_updated");
    var update = there.next("room_updated");
    assertThat(update.path("unread_count").asInt()).isEqualTo(2);
    assertThat(update.path("last_message").path("content").asString()).isEqualTo("دو");
    vendor.post("/rooms/" + room + "/mark_read/", Map.of()).expect(200);
    assertThat(there.next("room_updated").path("unread_count").asInt()).isZero();
    vendor.post("/rooms/" + room + "/archive/", Map.of()).expect(200);
    assertThat(there.next("room_updated").path("is_archived").asBoolean()).isTrue();
  }

  @Test
  void theSenderKnowsItsMessageByItsOwnId() {
    UUID id = UUID.randomUUID();
    here.say("send_message", room, "content", "یک بار", "client_message_id", id.toString());
    assertThat(here.next("message").path("client_message_id").asString()).isEqualTo(id.toString());
    assertThat(there.next("message").has("client_message_id")).isFalse();

    here.say("send_message", room, "content", "یک بار", "client_message_id", id.toString());
    var again = here.next("message");
    assertThat(again.path("seq").asLong()).isEqualTo(2);
    assertThat(again.path("client_message_id").asString()).isEqualTo(id.toString());
    here.say("send_message", room, "content", "دیگر", "client_message_id", id.toString());
    var error = here.error("command_id_reused");
    assertThat(error.path("client_message_id").asString()).isEqualTo(id.toString());
    there.isQuiet();
  }

  @Test
  void whoSendsWithoutHavingJoinedGetsItsMessageBack() {
    here.say("leave_room", room);
    here.say("send_message", room, "content", "از دور");
    var one = here.next();
    var other = here.next();
    assertThat(new String[] {type(one), type(other)})
        .containsExactlyInAnyOrder("message", "room_updated");
    assertThat(there.next("message").path("content").asString()).isEqualTo("از دور");
  }

  private static String type(tools.jackson.databind.JsonNode frame) {
    return frame.path("type").asString();
  }

  @Test
  void whatTheRoomRefusesIsAnError() {
    UUID theirs = parley().buyer().start(vendor, 104).expect(201).id("room_id");
    UUID id = UUID.randomUUID();
    here.say("send_message", theirs, "content", "x", "client_message_id", id.toString());
    var refused = here.error("room_not_found");
    assertThat(refused.path("client_message_id").asString()).isEqualTo(id.toString());
    assertThat(refused.path("room_id").asString()).isEqualTo(theirs.toString());
    here.say("mark_read", theirs);
    here.error("room_not_found");
    here.say("join_room", theirs);
    here.error("room_not_found");
    here.say("join_room", UUID.randomUUID());
    here.error("room_not_found");
    here.say("typing", theirs, "is_typing", true);
    here.error("not_joined");
    here.say("send_message", room, "content", "  ");
    here.error("content_blank");
    here.say("send_message", room, "content", "x".repeat(4001));
    here.error("content_too_long");
    here.say("send_message", room, "content", "a\u0000b");
    here.error("content_invalid");
    here.say("send_message", room, "content", "x", "message_type", "image");
    here.error("file_url_invalid");
    here.isQuiet();
    there.skipTo("room_opened");
    there.isQuiet();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"type":                                          | invalid_json
          hello                                             | invalid_json
          []                                                | invalid_frame
          {}                                                | invalid_frame
          {"type":"dance"}                                  | unknown_type
          {"type":"join_room"}                              | invalid_frame
          {"type":"join_room","room_id":"x"}                | invalid_frame
          {"type":"join_room","room_id":5}                  | invalid_frame
          {"type":"typing","room_id":"x","is_typing":"no"}  | invalid_frame
          {"type":"authenticate"}                           | invalid_frame
          """)
  void whatIsNoFrameIsAnErrorAndTheSocketStays(String text, String code) {
    here.say(text).error(code);
    here.isQuiet();
  }

  @Test
  void typingEndsWithTheMessageOrWithTheSocket() {
    here.say("typing", room, "is_typing", true);
    assertThat(there.next("typing").path("is_typing").asBoolean()).isTrue();
    here.say("typing", room, "is_typing", false);
    assertThat(there.next("typing").path("is_typing").asBoolean()).isFalse();
    here.say("typing", room, "is_typing", true);
    assertThat(there.next("typing").path("username").asString()).isEqualTo("سارا");
    here.close();
    assertThat(there.next("typing").path("is_typing").asBoolean()).isFalse();
  }

  @Test
  void aClientThatKnowsMoreThanThereIsReloads() {
    try (var socket = buyer.connect()) {
      socket.say("join_room", room, "after_seq", 99);
      socket.next("joined");
      assertThat(socket.next("resync").path("seq").asLong()).isEqualTo(1);
    }
  }

  @Test
  void theFirstFrameMaySayWhoOneIs() {
    try (var socket = parley().nobody().socket()) {
      socket.say("{\"type\":\"ping\"}").error("not_authenticated");
      socket.say(
          "{\"type\":\"authenticate\",\"guest_session\":\"" + parley().guest().session() + "\"}");
      socket.next("connection_established");
    }
    try (var socket = parley().nobody().socket()) {
      socket.say("{\"type\":\"authenticate\",\"token\":\"guess\"}").error("credentials_invalid");
      assertThat(socket.closeCode()).isEqualTo(4401);
    }
  }

  @Test
  void theHandshakeIsRefusedToStrangers() {
    assertRefused(401, () -> parley().expired().socket());
    assertRefused(401, () -> parley().foreign().socket());
    assertRefused(401, () -> parley().unsigned().socket());
    assertRefused(401, () -> parley().guest(UUID.randomUUID()).socket());
    var uri = parley().nobody().socketUri("?guest_session=guess");
    assertRefused(401, () -> ChatSocket.open(uri));
    var origin = Map.of("Origin", "https://elsewhere.example");
    assertRefused(403, () -> ChatSocket.open(parley().nobody().socketUri(""), origin));
  }

  private static void assertRefused(int status, ThrowingCallable opening) {
    assertThat(org.assertj.core.api.Assertions.catchThrowable(opening))
        .hasCauseInstanceOf(WebSocketHandshakeException.class)
        .extracting(e -> (WebSocketHandshakeException) requireNonNull(e.getCause()))
        .extracting(e -> e.getResponse().statusCode())
        .isEqualTo(status);
  }

  @Test
  void aFrameThatIsTooLongEndsTheSocket() {
    here.say("{\"type\":\"ping\",\"x\":\"" + "x".repeat(66_000) + "\"}");
    assertThat(here.closeCode()).isEqualTo(1009);
    there.isQuiet();
  }

  @Test
  void tenThousandJoinsAreTooManyAndTheSocketStays() {
    for (int i = 0; i < 10_000; i++) {
      here.say("join_room", room, "after_seq", 1);
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> type(here.say("{\"type\":\"ping\"}").skipPast("joined")).equals("pong"));
    buyer.write(room, "هنوز هستیم");
    assertThat(there.next("message").path("content").asString()).isEqualTo("هنوز هستیم");
    assertThat(here.skipTo("message").path("content").asString()).isEqualTo("هنوز هستیم");
  }
}
