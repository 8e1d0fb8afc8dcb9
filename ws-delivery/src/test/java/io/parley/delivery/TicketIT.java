package io.parley.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.backends.TestBackends;
import io.parley.backends.WholeTopic;
import io.parley.schemas.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// One-time tickets on two nodes of one cluster.
class TicketIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static DeliveryNode node;
  private static DeliveryNode other;

  @BeforeAll
  static void start() {
    var bounds = Map.<String, Object>of("parley.delivery.tickets.lifetime", "10s");
    node = DeliveryNode.start(bounds);
    other = node.another(bounds);
  }

  @AfterAll
  static void stop() {
    other.close();
    node.close();
  }

  private static HttpResponse<String> ask(DeliveryNode at, String header, String value) {
    var uri = URI.create(at.uri("/api/chat/ws-ticket/").toString().replace("ws:", "http:"));
    try {
      return HTTP.send(
          HttpRequest.newBuilder(uri).header(header, value).POST(BodyPublishers.noBody()).build(),
          BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode ticket(DeliveryNode at, String token) {
    var answer = ask(at, "Authorization", "Bearer " + token);
    assertThat(answer.statusCode()).isEqualTo(201);
    return Json.mapper().readTree(answer.body());
  }

  private static String path(JsonNode ticket) {
    return "/ws/chat/?ticket=" + ticket.get("ticket").stringValue();
  }

  @Test
  void aTicketOpensOneSocketOnAnyNode() {
    var ticket = ticket(node, Tokens.buyer(31));
    assertThat(Instant.parse(ticket.get("expires_at").stringValue()))
        .isBetween(Instant.now(), Instant.now().plus(Duration.ofSeconds(10)));
    try (var socket = TestSocket.open(other.uri(path(ticket)))) {
      assertThat(socket.next("connection_established").get("user_id").intValue()).isEqualTo(31);
      assertThat(TestSocket.refusal(node.uri(path(ticket)))).isEqualTo(401);
      assertThat(TestSocket.refusal(other.uri(path(ticket)))).isEqualTo(401);
    }
  }

  @Test
  void ofManyAtOnceOneGetsIn() {
    var ticket = ticket(node, Tokens.buyer(32));
    var handshakes =
        IntStream.range(0, 8)
            .mapToObj(i -> TestSocket.attempt((i % 2 == 0 ? node : other).uri(path(ticket))))
            .toList();
    var statuses = handshakes.stream().map(attempt -> attempt.join()).sorted().toList();
    assertThat(statuses).isEqualTo(List.of(101, 401, 401, 401, 401, 401, 401, 401));
  }

  @Test
  void aGuestGetsOneToo() {
    UUID session = node.queries.guest();
    var answer = ask(node, "X-Guest-Session", session.toString());
    node.greeted(path(Json.mapper().readTree(answer.body()))).close();
  }

  @Test
  void whoeverIsNobodyGetsNone() {
    assertThat(ask(node, "Authorization", "Bearer nonsense").statusCode()).isEqualTo(401);
    assertThat(ask(node, "Accept", "*/*").statusCode()).isEqualTo(401);
    assertThat(TestSocket.refusal(node.uri("/ws/chat/?ticket=nonsense"))).isEqualTo(401);
  }

  @Test
  void aTicketThatNobodyUsedEnds() {
    var tickets = Map.<String, Object>of("parley.delivery.tickets.lifetime", "1ns");
    try (var hasty = DeliveryNode.start(tickets)) {
      var ticket = ticket(hasty, Tokens.buyer(33));
      assertThat(TestSocket.refusal(hasty.uri(path(ticket)))).isEqualTo(401);
    }
  }

  @Test
  void whenTooManyWaitNoMoreAreMade() {
    var tickets = Map.<String, Object>of("parley.delivery.tickets.at-most", "1");
    try (var small = DeliveryNode.start(tickets)) {
      var first = ticket(small, Tokens.buyer(34));
      var refused = ask(small, "Authorization", "Bearer " + Tokens.buyer(34));
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(Json.mapper().readTree(refused.body()).get("code").stringValue())
          .isEqualTo("overloaded");
      small.greeted(path(first)).close();
      await()
          .until(
              () -> ask(small, "Authorization", "Bearer " + Tokens.buyer(34)).statusCode() == 201);
    }
  }

  @Test
  void theLogDoesNotTellWhoeverReadsIt() {
    String token = Tokens.buyer(35);
    var ticket = ticket(node, token);
    node.greeted(path(ticket)).close();
    var records =
        WholeTopic.read(TestBackends.kafka(), node.topics().signals()).stream()
            .map(record -> record.key() + " " + new String(record.value(), UTF_8))
            .toList();
    assertThat(records).anyMatch(record -> record.contains("TicketUsed"));
    assertThat(records)
        .noneMatch(record -> record.contains(token))
        .noneMatch(record -> record.contains(ticket.get("ticket").stringValue()));
  }
}
