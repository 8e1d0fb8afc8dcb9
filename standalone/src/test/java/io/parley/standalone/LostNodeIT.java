package io.parley.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.backends.TestBackends;
import io.parley.schemas.Ids;
import io.parley.schemas.Topics;
import io.parley.standalone.client.VisitorSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A room whose visitors are on two nodes, one of which dies or stands still.
class LostNodeIT extends RunningParley {
  private static final Duration GHOSTS_AT_MOST = Duration.ofSeconds(30);

  @Autowired private Topics topics;

  private final UUID room = UUID.randomUUID();

  @Test
  void aKilledNodeLeavesNoGhostsAndTheOthersTalkOn() throws Exception {
    try (var other = DeliveryProcess.start(parley(), topics)) {
      var here = visitors(parley().port(), "রাকিব", "সালমা", "سارا");
      var lost = visitors(other.port(), "নাদিয়া", "করিম");
      awaitMembers(here, lost);
      try (var talk = new Talk(here.values())) {
        talk.awaitMore(20);
        other.kill();
        await().atMost(GHOSTS_AT_MOST).untilAsserted(() -> assertMembers(here));
        talk.awaitMore(20);
      }
      for (var socket : here.values()) {
        lost.keySet().forEach(id -> socket.await("system", frame -> isLeaving(frame, id)));
        await().untilAsserted(() -> assertThat(newestList(socket)).isEqualTo(here.keySet()));
        assertThatItMissedNothing(socket);
      }
      assertThat(TheLog.read(TestBackends.kafka(), topics.events()).irregularities()).isEmpty();
      here.values().forEach(VisitorSocket::close);
    }
  }

  @Test
  void whoIsOnANodeThatOnlyStoodStillComesBack() throws Exception {
    try (var other = DeliveryProcess.start(parley(), topics)) {
      var here = visitors(parley().port(), "রাকিব");
      var there = visitors(other.port(), "নাদিয়া", "করিম");
      awaitMembers(here, there);
      other.pause();
      await().atMost(GHOSTS_AT_MOST).untilAsserted(() -> assertMembers(here));
      other.goOn();
      awaitMembers(here, there);
      var back = there.values().iterator().next();
      back.write("আবার এলাম");
      Stream.of(here, there)
          .flatMap(some -> some.values().stream())
          .forEach(one -> one.await("message", frame -> text(frame).equals("আবার এলাম")));
    }
  }

  private Map<UUID, VisitorSocket> visitors(int port, String... names) {
    var visitors = new LinkedHashMap<UUID, VisitorSocket>();
    for (String name : names) {
      String session = UUID.randomUUID().toString();
      visitors.put(Ids.visitor(session), VisitorSocket.join(port, room, name, session));
    }
    return visitors;
  }

  private void awaitMembers(Map<UUID, VisitorSocket> some, Map<UUID, VisitorSocket> others) {
    var all = new LinkedHashMap<>(some);
    all.putAll(others);
    await().atMost(GHOSTS_AT_MOST).untilAsserted(() -> assertMembers(all));
  }

  private void assertMembers(Map<UUID, VisitorSocket> expected) {
    var users = parley().nobody().get("/api/rooms/" + room + "/users/").expect(200);
    assertThat(ids(users.get("online_users"))).isEqualTo(expected.keySet());
  }

  private static Set<UUID> newestList(VisitorSocket socket) {
    return ids(socket.seen("user_list").getLast().path("users"));
  }

  private static Set<UUID> ids(JsonNode users) {
    return users
        .valueStream()
        .map(user -> UUID.fromString(user.path("id").asString()))
        .collect(Collectors.toSet());
  }

  private static boolean isLeaving(JsonNode frame, UUID id) {
    return frame.path("user_id").asString().equals(id.toString()) && text(frame).startsWith("👋");
  }

  private static String text(JsonNode frame) {
    return frame.path("message").asString();
  }

  /// Every message that anybody was shown, once, in the order of the room.
  private void assertThatItMissedNothing(VisitorSocket socket) {
    var shown = socket.seen("message");
    List<Long> sequences = shown.stream().map(frame -> frame.path("seq").asLong()).toList();
    assertThat(sequences).doesNotHaveDuplicates().isSorted();
    var stored = parley().nobody().get("/api/rooms/" + room + "/messages/?limit=100&after=0");
    assertThat(stored.expect(200).number("total_messages")).isEqualTo(shown.size());
    socket.assertThatFramesAreAsDescribed();
  }
}
