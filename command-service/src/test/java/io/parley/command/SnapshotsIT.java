package io.parley.command;

import static io.parley.command.People.ALI;
import static io.parley.command.People.SARA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.backends.TestBackends;
import io.parley.command.shard.ShardState;
import io.parley.schemas.Ids;
import io.parley.schemas.Topics;
import io.parley.schemas.event.EventEnvelope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What shards write down beside the log, and what it is good for.
class SnapshotsIT {
  private static final UUID ROOM = Ids.room("account:42", "1", null);

  private final String prefix = TestBackends.topicPrefix();
  @TempDir private Path stateDir;

  /// A node whose shards write a checkpoint after every event and keep one aggregate in the heap.
  private Node start(String nodeId) {
    return Node.start(
        prefix,
        nodeId,
        Map.of(
            "parley.command.state-dir",
            stateDir.toString(),
            "parley.command.checkpoint-events",
            "1",
            "parley.command.hot-aggregates",
            "1"));
  }

  private static Client.Answer say(Node node, UUID room, String content, UUID id) {
    return node.client()
        .as(SARA)
        .post(
            "/api/chat/rooms/%s/messages/".formatted(room),
            Map.of("content", content, "client_message_id", id));
  }

  private static UUID start(Node node, int vendor) {
    var answer = node.client().as(SARA).post("/api/chat/start/", Map.of("vendor_id", vendor));
    assertThat(answer.status()).isEqualTo(201);
    return Ids.room("account:42", String.valueOf(vendor), null);
  }

  private static void awaitSnapshot(Node node, UUID room, long sequence) {
    var snapshots = new SnapshotTopicView(node.topics());
    await().atMost(ONE_MINUTE).until(() -> snapshots.sequenceOf(room) == sequence);
  }

  private int stores() {
    try (var all = Files.walk(stateDir, 2)) {
      return (int)
          all.filter(path -> Files.isDirectory(path))
              .filter(path -> stateDir.relativize(path).getNameCount() == 2)
              .count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aNodeGoesOnFromSnapshotsAndStillKnowsWhatItWasAsked() {
    var id = UUID.randomUUID();
    Client.Answer before;
    try (var node = start("one")) {
      start(node, 1);
      before = say(node, ROOM, "سلام 🌷 হ্যালো", id);
      node.client().as(ALI).post("/api/chat/rooms/" + ROOM + "/mark_read/");
      awaitSnapshot(node, ROOM, 3);
    }
    try (var node = start("one")) {
      assertThat(node.shards().aggregates()).isEqualTo(1);
      var again = say(node, ROOM, "سلام 🌷 হ্যালো", id);
      assertThat(again.status()).isEqualTo(before.status());
      assertThat(again.id("id")).isEqualTo(before.id("id"));
      var next = say(node, ROOM, "پس از آن", UUID.randomUUID());
      assertThat(next.body().required("seq").asLong()).isEqualTo(4);
      var unread = node.client().as(ALI).post("/api/chat/rooms/" + ROOM + "/mark_read/");
      assertThat(unread.body().required("up_to_seq").asLong()).isEqualTo(4);
      assertChained(node, ROOM, 5);
    }
  }

  private static void assertChained(Node node, UUID room, int events) {
    var records = new EventLog(node.topics()).recordsOf(room);
    assertThat(records).hasSize(events);
    String last = null;
    for (var record : records) {
      assertThat(EventEnvelope.fromBytes(record.value()).prevHash()).isEqualTo(last);
      last = EventEnvelope.hashOf(record.value());
    }
  }

  @Test
  void whatLiesInTheStoreComesBackAndTheStoreGoesWithTheNode() {
    try (var node = start("one")) {
      var rooms = IntStream.rangeClosed(1, 12).mapToObj(vendor -> start(node, vendor)).toList();
      assertThat(node.shards().hotAggregates()).isLessThanOrEqualTo(Node.PARTITIONS);
      for (var room : rooms) {
        var said = say(node, room, "برگشتم", UUID.randomUUID());
        assertThat(said.body().required("seq").asLong()).isEqualTo(2);
      }
      await().until(() -> node.shards().aggregates() == 12);
      var registry = node.bean(MeterRegistry.class);
      assertThat(registry.get("parley.aggregates").tag("where", "cold").gauge().value())
          .isEqualTo(12.0 - node.shards().hotAggregates());
      assertThat(registry.get("parley.shards").tag("state", "active").gauge().value())
          .isEqualTo(Node.PARTITIONS);
      assertThat(stores()).isEqualTo(Node.PARTITIONS);
    }
    assertThat(stores()).isZero();
  }

  @Test
  void aDamagedSnapshotIsNotBelieved() {
    try (var node = start("one")) {
      start(node, 1);
      say(node, ROOM, "یک", UUID.randomUUID());
      awaitSnapshot(node, ROOM, 2);
    }
    var snapshots = new SnapshotTopicView(new Topics(prefix));
    snapshots.put(ROOM, "no snapshot".getBytes(UTF_8));
    try (var node = start("one")) {
      assertThat(node.shards().states().values()).containsOnly(ShardState.ACTIVE);
      var next = say(node, ROOM, "دو", UUID.randomUUID());
      assertThat(next.body().required("seq").asLong()).isEqualTo(3);
      awaitSnapshot(node, ROOM, 3);
    }
    try (var node = start("one")) {
      var next = say(node, ROOM, "سه", UUID.randomUUID());
      assertThat(next.body().required("seq").asLong()).isEqualTo(4);
      assertChained(node, ROOM, 4);
    }
  }

  @Test
  void whoIsFencedBeginsAnew() {
    try (var node = start("one")) {
      start(node, 1);
      awaitSnapshot(node, ROOM, 1);
      var recoveries = node.bean(MeterRegistry.class).get("parley.shard.recovery").timer();
      long before = recoveries.count();
      var snapshots = new SnapshotTopicView(node.topics());
      snapshots.fence(ROOM);
      var id = UUID.randomUUID();
      var first = say(node, ROOM, "دو", id);
      await().atMost(ONE_MINUTE).until(() -> recoveries.count() > before);
      assertThat(say(node, ROOM, "دو", id).id("id")).isEqualTo(first.id("id"));
      awaitSnapshot(node, ROOM, 2);
      assertChained(node, ROOM, 2);
    }
  }
}
