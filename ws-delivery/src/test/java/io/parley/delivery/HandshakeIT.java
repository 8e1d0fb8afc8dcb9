package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Who gets in, by which way, and who does not.
class HandshakeIT {
  private static DeliveryNode node;

  @BeforeAll
  static void start() {
    node =
        DeliveryNode.start(
            Map.of(
                "parley.delivery.sockets.authenticate-within",
                "1s",
                "parley.delivery.sockets.per-person",
                2));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static int refusal(String pathAndQuery, String... headers) {
    return TestSocket.refusal(node.uri(pathAndQuery), headers);
  }

  @Test
  void aTokenComesByQueryOrByHeader() {
    node.greeted("/ws/chat?token=" + Tokens.buyer(1)).close();
    try (var socket =
        TestSocket.open(node.uri("/ws/chat/"), "Authorization", "Token " + Tokens.buyer(1))) {
      assertThat(socket.next("connection_established").get("user_id").intValue()).isEqualTo(1);
    }
    try (var socket =
        TestSocket.open(
            node.uri("/ws/chat/"), "X-Guest-Session", node.queries.guest().toString())) {
      socket.next("connection_established");
    }
  }

  @Test
  void credentialsThatDoNotHoldAreRefused() {
    assertThat(refusal("/ws/chat/?token=nonsense")).isEqualTo(401);
    assertThat(refusal("/ws/chat/?token=" + Tokens.ofAnotherKey(1))).isEqualTo(401);
    assertThat(refusal("/ws/chat/?token=" + Tokens.unsigned(1))).isEqualTo(401);
    assertThat(refusal("/ws/chat/?token=" + Tokens.buyer(1, Duration.ofSeconds(-1))))
        .isEqualTo(401);
    assertThat(refusal("/ws/chat/", "Authorization", "Basic eDp5")).isEqualTo(401);
    assertThat(refusal("/ws/chat/?guest_session=nonsense")).isEqualTo(401);
    assertThat(refusal("/ws/chat/?guest_session=" + UUID.randomUUID())).isEqualTo(401);
    assertThat(refusal("/ws/chat/", "X-Guest-Session", "x")).isEqualTo(401);
  }

  @Test
  void aGuestWhoseSessionIsOnItsWayIsWaitedFor() {
    UUID session = node.queries.guest();
    node.queries.forgetGuestsFor(2);
    node.greeted("/ws/chat/?guest_session=" + session).close();
  }

  @Test
  void aBrowserComesFromAKnownOrigin() {
    String path = "/ws/chat/?token=" + Tokens.buyer(2);
    assertThat(refusal(path, "Origin", "https://evil.example")).isEqualTo(403);
    assertThat(refusal(path, "Origin", "null")).isEqualTo(403);
    try (var socket = TestSocket.open(node.uri(path), "Origin", "http://localhost:3000")) {
      socket.next("connection_established");
    }
  }

  @Test
  void thereIsNoOtherSocket() {
    assertThat(refusal("/ws/other/?token=" + Tokens.buyer(1))).isEqualTo(404);
    assertThat(refusal("/ws/chat/somewhere/?token=" + Tokens.buyer(1))).isEqualTo(404);
  }

  @Test
  void whoSaysNothingAtTheDoorSaysItInTheFirstFrame() {
    try (var socket = TestSocket.open(node.uri("/ws/chat/"))) {
      socket.send("{'type':'ping'}");
      socket.error("not_authenticated");
      socket.send("{'type':'authenticate','token':'%s'}", Tokens.buyer(3));
      socket.next("connection_established");
      socket.send("{'type':'authenticate','token':'%s'}", Tokens.buyer(3));
      socket.next("connection_established");
      socket.send("{'type':'authenticate','token':'%s'}", Tokens.buyer(4));
      socket.error("already_authenticated");
      socket.isQuiet();
    }
  }

  @Test
  void whoSaysItWronglyOrNeverIsClosed() {
    try (var socket = TestSocket.open(node.uri("/ws/chat/"))) {
      socket.send("{'type':'authenticate','token':'%s'}", Tokens.ofAnotherKey(3));
      socket.error("credentials_invalid");
      assertThat(socket.closeCode()).isEqualTo(4401);
    }
    try (var socket = TestSocket.open(node.uri("/ws/chat/"))) {
      assertThat(socket.closeCode()).isEqualTo(4401);
    }
  }

  @Test
  void aTokenThatEndsClosesTheSocket() {
    try (var socket = node.greeted("/ws/chat/?token=" + Tokens.buyer(5, Duration.ofSeconds(3)))) {
      assertThat(socket.closeCode()).isEqualTo(4401);
    }
  }

  @Test
  void aPersonHasABoundedNumberOfSockets() {
    String path = "/ws/chat/?token=" + Tokens.buyer(6);
    try (var first = node.greeted(path);
        var second = node.greeted(path);
        var third = TestSocket.open(node.uri(path))) {
      third.error("too_many_connections");
      assertThat(third.closeCode()).isEqualTo(4429);
      first.isQuiet();
      second.isQuiet();
    }
  }

  @Test
  void whenQueryServiceDoesNotAnswerGuestsAreAskedToComeBack() {
    node.queries.mood(TestQueryService.Mood.FAILING);
    try {
      assertThat(refusal("/ws/chat/?guest_session=" + UUID.randomUUID())).isEqualTo(503);
      try (var socket = TestSocket.open(node.uri("/ws/chat/"))) {
        socket.send("{'type':'authenticate','guest_session':'%s'}", UUID.randomUUID());
        assertThat(socket.error("unavailable").get("retry_after").intValue()).isPositive();
      }
    } finally {
      node.queries.mood(TestQueryService.Mood.WELL);
    }
  }

  @Test
  void framesAreNotCompressed() throws IOException {
    String request =
        """
        GET /ws/chat/ HTTP/1.1
        Host: localhost
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Version: 13
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
        Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits

        """
            .replace("\n", "\r\n");
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), node.uri("/").getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      var answer = in.lines().takeWhile(line -> !line.isEmpty()).toList();
      assertThat(answer.getFirst()).contains("101");
      assertThat(answer).noneMatch(line -> line.contains("permessage-deflate"));
    }
  }
}
