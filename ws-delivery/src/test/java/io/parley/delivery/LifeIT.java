package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.delivery.session.ChatSessions;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How sockets end when nobody asks for it.
class LifeIT {
  @Test
  void whoAnswersPingsStaysWhoDoesNotIsGoneAndAStopIsSaid() {
    try (var node =
        DeliveryNode.start(
            Map.of(
                "parley.delivery.sockets.ping-every", "300ms",
                "parley.delivery.sockets.silence-at-most", "3s"))) {
      var sessions = node.context.getBean(ChatSessions.class);
      try (var alive = node.buyer(42);
          var dead = TestSocket.openDeaf(node.uri("/ws/chat/?token=" + Tokens.buyer(43)))) {
        await().until(() -> sessions.open() == 2);
        await().until(() -> sessions.open() == 1);
        alive.isQuiet();
        dead.read();
        assertThat(dead.closeCode()).isEqualTo(1001);

        node.context.close();
        assertThat(alive.closeCode()).isEqualTo(1012);
      }
    }
  }
}
