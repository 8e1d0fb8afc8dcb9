package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.delivery.session.ChatSessions;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;

/// A server that stops, as its clients see it.
class GoodbyeIT {
  @Test
  void whoWaitsForAnAnswerGetsItBeforeItIsToldToGo() {
    var settings =
        Map.<String, Object>of(
            "parley.delivery.goodbye.answers-within", "15s", "parley.edge.command-timeout", "8s");
    try (var node = DeliveryNode.start(settings)) {
      var sessions = node.context.getBean(ChatSessions.class);
      var availability = node.context.getBean(ApplicationAvailability.class);
      UUID room = node.open(TestRooms.buyer(42), 1);
      try (var idle = node.buyer(43);
          var waiting = node.buyer(42)) {
        waiting.join(room);
        waiting.say(room, TestShard.IGNORED);
        var underWay =
            node.context.getBean(MeterRegistry.class).get("parley.commands.waiting").gauge();
        await().until(() -> underWay.value() == 1);

        var stopped = CompletableFuture.runAsync(node.context::close);
        assertThat(idle.closeCode()).isEqualTo(1012);
        assertThat(availability.getReadinessState()).isEqualTo(ReadinessState.REFUSING_TRAFFIC);
        await().until(() -> sessions.open() == 1);

        var answer = waiting.error("unavailable");
        assertThat(answer.get("retry_after").intValue()).isPositive();
        assertThat(waiting.closeCode()).isEqualTo(1012);
        await().atMost(ONE_MINUTE).until(stopped::isDone);
      }
    }
  }
}
