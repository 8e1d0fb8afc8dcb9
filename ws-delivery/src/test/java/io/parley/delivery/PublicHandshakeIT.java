package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.backends.TestBackends;
import io.parley.backends.WholeTopic;
import io.parley.schemas.Ids;
import io.parley.schemas.Visitor;
import io.parley.schemas.signal.Signal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Which addresses lead into a public room, what they may say, and how it all ends.
class PublicHandshakeIT {
  private static DeliveryNode node;

  private final UUID room = UUID.randomUUID();

  @BeforeAll
  static void start() {
    node =
        DeliveryNode.start(
            Map.of(
                "parley.delivery.sockets.per-person", 2,
                "parley.public-chat.limits.session.joins", "3/1h",
                "parley.public-chat.limits.session.messages", "2/1h"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private TestSocket open(String query, String... headers) {
    return TestSocket.open(node.uri("/ws/chat/" + room + "/" + query), headers);
  }

  private static int refusal(String path, String... headers) {
    return TestSocket.refusal(node.uri(path), headers);
  }

  @Test
  void onlyALowerCaseUuidWithTheSlashIsARoom() throws IOException, InterruptedException {
    assertThat(refusal("/ws/chat/" + room)).isEqualTo(404);
    assertThat(refusal("/ws/chat/" + "0F6CD967-095e-4915-94b9-b0eb0ed7e944" + "/")).isEqualTo(404);
    assertThat(refusal("/ws/chat/" + room.toString().replace("-", "") + "/")).isEqualTo(404);
    assertThat(refusal("/ws/chat/%30f6cd967-095e-4915-94b9-b0eb0ed7e944/")).isEqualTo(404);
    assertThat(refusal("/ws/chat/lobby/")).isEqualTo(404);
    assertThat(refusal("/ws/chat/" + room + "/x/")).isEqualTo(404);
    assertThat(refusal("/ws/chat/" + Ids.visitor("squatter") + "/")).isEqualTo(404);
    var plain =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create(
                            node.uri("/ws/chat/" + room + "/").toString().replace("ws:", "http:")))
                    .build(),
                HttpResponse.BodyHandlers.discarding());
    assertThat(plain.statusCode()).isEqualTo(404);
  }

  @Test
  void aBrowserComesFromAKnownOrigin() {
    assertThat(refusal("/ws/chat/" + room + "/", "Origin", "https://evil.example")).isEqualTo(403);
    try (var socket = open("?username=a", "Origin", "http://localhost:3000")) {
      socket.next("system");
    }
  }

  @Test
  void whoSaysNothingIsAGuest() {
    try (var socket = open("")) {
      assertThat(socket.next("system").get("username").stringValue())
          .isEqualTo(Visitor.DEFAULT_USERNAME);
      assertThat(socket.next("user_list").get("users").get(0).get("color").stringValue())
          .isEqualTo(Visitor.DEFAULT_COLOR);
    }
  }

  @Test
  void theQueryIsDecodedAndTheLanguageChosen() {
    try (var socket =
        open("?username=%E0%A6%B0+1&color=%23ff0000", "Accept-Language", "en-GB, bn;q=0.5")) {
      var system = socket.next("system");
      assertThat(system.get("username").stringValue()).isEqualTo("র+1");
      assertThat(system.get("message").stringValue()).contains("joined");
      assertThat(socket.next("user_list").get("users").get(0).get("color").stringValue())
          .isEqualTo("#ff0000");
    }
  }

  @Test
  void whatTheAddressGetsWrongIsSaidThenTheSocketIsClosed() {
    refused("?username=%ff", "query_invalid", 4400);
    refused("?username=" + "x".repeat(101), "username_too_long", 4400);
    refused("?username=a%00", "username_invalid", 4400);
    refused("?color=%23ff00", "color_invalid", 4400);
    refused("?session_id=" + "x".repeat(256), "session_id_too_long", 4400);
    refused("?after_seq=x", "after_seq_invalid", 4400);
  }

  private void refused(String query, String code, int closeCode) {
    try (var socket = open(query)) {
      socket.error(code);
      assertThat(socket.closeCode()).isEqualTo(closeCode);
    }
  }

  @Test
  void aVisitorHasABoundedNumberOfSocketsJoinsAndMessages() {
    String query = "?session_id=" + room;
    try (var first = open(query)) {
      first.all("system", "user_list");
      beyondTheFirst(query);
    }
  }

  private void beyondTheFirst(String query) {
    try (var second = open(query)) {
      second.all("system", "user_list");
      refused(query, "too_many_connections", 4008);
      try (var fourth = open(query)) {
        assertThat(fourth.error("rate_limited").get("retry_after").intValue()).isPositive();
        assertThat(fourth.closeCode()).isEqualTo(4429);
      }
      second.send("{'content':'1'}").send("{'content':'2'}").send("{'content':'3'}");
      assertThat(
              List.of(second.next(), second.next(), second.next()).stream()
                  .map(frame -> frame.get("type").stringValue()))
          .containsExactlyInAnyOrder("message", "message", "error");
    }
  }

  @Test
  void theNodeSaysThatItLives() {
    await().until(() -> livingNodes().size() == 1);
  }

  @Test
  void itSaysHowManySocketsItHas() {
    try (var socket = open("?session_id=counted")) {
      socket.all("system", "user_list");
      await().until(() -> signs().anyMatch(alive -> Long.valueOf(1).equals(alive.sockets())));
    }
  }

  private static Set<UUID> livingNodes() {
    return signs().map(Signal.NodeAlive::nodeId).collect(Collectors.toSet());
  }

  private static Stream<Signal.NodeAlive> signs() {
    return WholeTopic.read(TestBackends.kafka(), node.topics().signals()).stream()
        .filter(record -> Signal.NODE.equals(record.key()))
        .map(record -> Signal.fromBytes(record.value()))
        .filter(Signal.NodeAlive.class::isInstance)
        .map(signal -> (Signal.NodeAlive) signal);
  }

  @Test
  void aStopIsSaidAndNobodyStaysIn() {
    try (var stopping = DeliveryNode.start(Map.of())) {
      var uri = stopping.uri("/ws/chat/" + room + "/?session_id=s");
      try (var socket = TestSocket.open(uri)) {
        socket.all("system", "user_list");
        var meters = stopping.context.getBean(MeterRegistry.class);
        assertThat(meters.get("parley.sockets").tag("kind", "public").gauge().value()).isEqualTo(1);
        assertThat(meters.get("parley.delivery.public.rooms").gauge().value()).isEqualTo(1);
        stopping.context.close();
        assertThat(socket.closeCode()).isEqualTo(1012);
        assertThat(stopping.publicRooms.connections(room)).isEmpty();
      }
    }
  }
}
