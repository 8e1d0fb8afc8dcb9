package io.parley.query.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.edge.KafkaClients;
import io.parley.query.RunningQueryService;
import io.parley.query.given.GivenRoom;
import io.parley.query.given.People;
import io.parley.schemas.Person;
import io.parley.schemas.Topics;
import io.parley.schemas.signal.Signal;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class AdminHealthIT extends RunningQueryService {
  private static final String PATH = "/api/chat/admin/health/";

  private final Person root = People.admin("root");

  @Autowired private KafkaClients clients;
  @Autowired private Topics topics;

  private void alive(UUID node, @org.jspecify.annotations.Nullable Long sockets) {
    try (var producer = clients.producer(Map.of())) {
      var sign = new Signal.NodeAlive(node, sockets).toBytes();
      var _ = producer.send(new ProducerRecord<>(topics.signals(), 0, Signal.NODE, sign));
      var noise = new Signal.Typing(UUID.randomUUID(), root, true).toBytes();
      var _ = producer.send(new ProducerRecord<>(topics.signals(), 0, "room", noise));
    }
  }

  private JsonNode health() {
    var answer = admin(root).get(PATH);
    assertThat(answer.status()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void socketsAreThoseOfTheNodesThatServeThem() {
    var one = UUID.randomUUID();
    var other = UUID.randomUUID();

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              alive(one, 3L);
              alive(other, 4L);
              alive(UUID.randomUUID(), null);
              var sockets = health().path("sockets");
              assertThat(sockets.path("total").asInt()).isEqualTo(7);
              assertThat(sockets.path("nodes").valueStream().map(n -> n.path("node_id").asString()))
                  .containsExactlyInAnyOrder(one.toString(), other.toString());
              assertThat(sockets.at("/nodes/0/seen_at").asString()).endsWith("Z");
            });
  }

  @Test
  void everyProjectionHasAStateAndALag() {
    given(GivenRoom.started(People.buyer("سارا"), "1", null));

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              var health = health();
              assertThat(health.path("log_end").asLong()).isPositive();
              assertThat(health.at("/commands/lag").isIntegralNumber()).isTrue();
              assertThat(
                      health.path("projections").valueStream().map(p -> p.path("name").asString()))
                  .contains("conversations", "messages", "oversight", "public_rooms");
              assertThat(health.path("projections"))
                  .allSatisfy(
                      projection -> {
                        assertThat(projection.path("state").asString()).isEqualTo("RUNNING");
                        assertThat(projection.path("lag").asLong()).isZero();
                        assertThat(projection.path("stopped_at").isArray()).isTrue();
                      });
            });
  }

  @Test
  void itIsForAdminsOnly() {
    assertThat(buyer(People.buyer("x")).get(PATH).code()).isEqualTo("not_allowed");
    assertThat(nobody().get(PATH).status()).isEqualTo(401);
  }
}
