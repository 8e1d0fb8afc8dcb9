package io.parley.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.backends.TestBackends;
import io.parley.schemas.Ids;
import io.parley.schemas.Topics;
import io.parley.schemas.event.PublicRoomEvent.VisitorJoined;
import io.parley.standalone.client.Secrets;
import io.parley.standalone.client.VisitorSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A rush on a room that does not take everybody.
class PublicRoomCapacityIT extends RunningParley {
  private static final int VISITORS = 500;
  private static final int PLACES = 100;
  private static final int ROOM_FULL = 4001;

  @Autowired private Topics topics;

  private final Map<UUID, VisitorSocket> visitors = new HashMap<>();

  @Test
  void ofFiveHundredAtOnceThroughTwoNodesExactlyAHundredAreIn() throws Exception {
    var settings = Map.of("name", "ভিড়", "max_users", PLACES);
    UUID room = parley().nobody().post("/api/rooms/", settings).expect(201).id("id");
    try (var other = DeliveryProcess.start(parley(), topics)) {
      comeIn(room, List.of(parley().port(), other.port()));
      await()
          .atMost(Duration.ofSeconds(90))
          .untilAsserted(() -> assertThat(in().size() + turnedAway().size()).isEqualTo(VISITORS));

      assertThat(in()).hasSize(PLACES);
      assertThat(turnedAway()).hasSize(VISITORS - PLACES);
      visitors.values().stream()
          .filter(PublicRoomCapacityIT::isTurnedAway)
          .forEach(PublicRoomCapacityIT::assertThatItWasTold);
      assertThat(membersOverRest(room)).isEqualTo(in());
      assertThat(membersInTheLog(room)).isEqualTo(in());
      assertThat(Secrets.all()).noneMatch(other.output()::contains);
    } finally {
      visitors.values().forEach(VisitorSocket::close);
    }
  }

  private void comeIn(UUID room, List<Integer> ports) {
    for (int i = 0; i < VISITORS; i++) {
      String session = UUID.randomUUID().toString();
      var uri = VisitorSocket.uri(ports.get(i % ports.size()), room, "অতিথি " + i, session);
      visitors.put(Ids.visitor(session), VisitorSocket.begin(uri));
    }
  }

  private Set<UUID> in() {
    return which(socket -> socket.isOpen() && !socket.seen("user_list").isEmpty());
  }

  private Set<UUID> turnedAway() {
    return which(PublicRoomCapacityIT::isTurnedAway);
  }

  private static boolean isTurnedAway(VisitorSocket socket) {
    return Integer.valueOf(ROOM_FULL).equals(socket.closeCode());
  }

  private Set<UUID> which(Predicate<VisitorSocket> like) {
    return visitors.entrySet().stream()
        .filter(visitor -> like.test(visitor.getValue()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static void assertThatItWasTold(VisitorSocket socket) {
    assertThat(socket.seen("error")).singleElement().matches(it -> is(it, "code", "room_full"));
    assertThat(socket.seen("user_list")).isEmpty();
    socket.assertThatFramesAreAsDescribed();
  }

  private static boolean is(JsonNode frame, String field, String value) {
    return frame.path(field).asString().equals(value);
  }

  private Set<UUID> membersOverRest(UUID room) {
    var users = parley().nobody().get("/api/rooms/" + room + "/users/").expect(200);
    var stats = parley().nobody().get("/api/rooms/" + room + "/stats/").expect(200);
    assertThat(users.number("total_online")).isEqualTo(PLACES);
    assertThat(stats.number("online_users")).isEqualTo(PLACES);
    return users
        .get("online_users")
        .valueStream()
        .map(user -> UUID.fromString(user.path("id").asString()))
        .collect(Collectors.toSet());
  }

  private Set<UUID> membersInTheLog(UUID room) {
    var log = TheLog.read(TestBackends.kafka(), topics.events());
    assertThat(log.irregularities()).isEmpty();
    var joined =
        log.events().stream()
            .filter(event -> event.aggregateId().equals(room))
            .filter(event -> event.data() instanceof VisitorJoined)
            .map(event -> ((VisitorJoined) event.data()).visitor().id())
            .toList();
    assertThat(joined).doesNotHaveDuplicates();
    return Set.copyOf(joined);
  }
}
