package io.parley.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.backends.TestBackends;
import io.parley.command.Client.Answer;
import io.parley.edge.command.CommandGateway;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// When somebody asks too much of the public chat, and when nothing answers.
class PublicLimitsIT {
  private static final String LIMITS = "parley.public-chat.limits.";
  private static final String PUBLIC_ADDRESS = "203.0.113.9";

  private static void assertThrottled(Answer answer) {
    assertThat(answer.status()).isEqualTo(429);
    int seconds = answer.body().required("retry_after").asInt();
    assertThat(seconds).isPositive();
    assertThat(answer.header("Retry-After")).isEqualTo(String.valueOf(seconds));
    assertThat(answer.text("detail")).contains(String.valueOf(seconds));
  }

  @Test
  void whoAsksTooOftenIsToldWhenToAskAgain() {
    var limits =
        Map.of(
            LIMITS + "session.messages", "1/1h",
            LIMITS + "session.rooms", "1/1h",
            LIMITS + "address.rooms", "3/1h",
            LIMITS + "address.joins", "4/1h");
    try (var node = Node.start(TestBackends.topicPrefix(), "limits", limits)) {
      var anybody = node.client().with("X-Forwarded-For", PUBLIC_ADDRESS);
      var created = anybody.post("/api/create-user/", Map.of("username", "x"));
      var visitor = anybody.with("X-Session-Id", created.text("session_id"));
      var room = visitor.post("/api/rooms/", Map.of("name", "x")).id("id");
      assertThrottled(visitor.post("/api/rooms/", Map.of("name", "x")));

      var message = Map.of("room_id", room, "content", "x");
      assertThat(visitor.post("/api/messages/", message).status()).isEqualTo(201);
      assertThrottled(visitor.post("/api/messages/", message));

      assertThat(join(anybody, UUID.randomUUID()).status()).isEqualTo(200);
      assertThat(anybody.post("/api/rooms/", Map.of("name", "x")).status()).isEqualTo(201);
      assertThrottled(join(anybody, UUID.randomUUID()));
      assertThat(join(anybody, room).status()).isEqualTo(200);
      assertThrottled(join(anybody, room));
      assertThat(join(node.client(), room).status()).isEqualTo(200);

      node.bean(CommandGateway.class).stop();
      var unanswered = visitor.delete("/api/rooms/" + room + "/");
      assertThat(unanswered.status()).isEqualTo(503);
      assertThat(unanswered.header("Retry-After")).isEqualTo("1");
      assertThat(unanswered.text("detail")).startsWith("সার্ভার");
    }
  }

  private static Answer join(Client client, UUID room) {
    return client.post("/api/join-room/", Map.of("room_id", room, "username", "x"));
  }
}
