package io.parley.command;

import static io.parley.command.People.ALI;
import static io.parley.command.People.SARA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.parley.backends.TestBackends;
import io.parley.command.shard.ShardState;
import io.parley.schemas.Ids;
import io.parley.schemas.MessageType;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.RoomCommand.SendMessage;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.RoomEvent.MessageSent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Nodes come and go; the log goes on.
class RecoveryIT {
  private static final UUID ROOM = Ids.room("account:42", "1", null);
  private static final String MESSAGES = "/api/chat/rooms/" + ROOM + "/messages/";

  private final String prefix = TestBackends.topicPrefix();

  private static Client.Answer say(Node node, String content, UUID id) {
    return node.client()
        .as(SARA)
        .post(MESSAGES, Map.of("content", content, "client_message_id", id));
  }

  private static void start(Node node) {
    node.client().as(SARA).post("/api/chat/start/", Map.of("vendor_id", 1));
  }

  @Test
  void aRoomGoesOnWhereItWasAndARetryIsStillOneMessage() {
    var id = UUID.randomUUID();
    Client.Answer before;
    try (var node = Node.start(prefix, "one")) {
      start(node);
      before = say(node, "پیش از خاموشی", id);
      node.client().as(ALI).post("/api/chat/rooms/" + ROOM + "/mark_read/");
    }
    try (var node = Node.start(prefix, "one")) {
      assertThat(node.shards().aggregates()).isEqualTo(1);
      var again = say(node, "پیش از خاموشی", id);
      assertThat(again.status()).isEqualTo(201);
      assertThat(again.id("id")).isEqualTo(before.id("id"));
      var next = say(node, "پس از آن", UUID.randomUUID());
      assertThat(next.body().required("seq").asLong()).isEqualTo(4);
      var unread = node.client().as(ALI).post("/api/chat/rooms/" + ROOM + "/mark_read/");
      assertThat(unread.body().required("up_to_seq").asLong()).isEqualTo(4);

      var events = new EventLog(node.topics()).eventsOf(ROOM);
      assertThat(events).extracting(EventEnvelope::sequence).containsExactly(1L, 2L, 3L, 4L, 5L);
    }
  }

  @Test
  void whatCannotBeReadIsPassedOver() {
    try (var node = Node.start(prefix, "one")) {
      start(node);
      var log = new EventLog(node.topics());
      log.poison(ROOM, "no command".getBytes(UTF_8), Map.of());
      log.poison(ROOM, new byte[0], Map.of());
      log.poison(ROOM, "{\"command_id\":null}".getBytes(UTF_8), Map.of());
      var noAddress =
          new CommandEnvelope(
              UUID.randomUUID(), SARA, new SendMessage(ROOM, "بی‌نشانی", MessageType.TEXT, null));
      log.poison(
          ROOM, noAddress.toBytes(), Map.of("reply_partition", "nowhere", "reply_to", "nobody"));

      assertThat(say(node, "سلام", UUID.randomUUID()).body().required("seq").asLong()).isEqualTo(3);
      assertThat(node.shards().states().values()).containsOnly(ShardState.ACTIVE);
      assertThat(log.happenedTo(ROOM)).filteredOn(MessageSent.class::isInstance).hasSize(2);
    }
  }

  @Test
  void eventsWithoutTheirCommandsAreNotTrustedUntilTheTopicIsAsLong() {
    var restored = TestBackends.topicPrefix();
    EventLog log;
    try (var before = Node.start(prefix, "one");
        var empty = Node.start(restored, "one")) {
      start(before);
      say(before, "یک", UUID.randomUUID());
      log = new EventLog(empty.topics());
      log.restore(new EventLog(before.topics()));
    }
    int shard = log.recordsOf(ROOM).getFirst().partition();
    try (var node = Node.startAnyhow(restored, "one", Map.of())) {
      await().atMost(ONE_MINUTE).until(() -> hasDecidedAbout(node, shard));
      assertThat(node.shards().states())
          .containsEntry(shard, ShardState.FAILED)
          .containsValue(ShardState.ACTIVE);
    }
    log.poison(ROOM, "filler".getBytes(UTF_8), Map.of());
    log.poison(ROOM, "filler".getBytes(UTF_8), Map.of());
    try (var node = Node.start(restored, "one")) {
      var next = say(node, "دو", UUID.randomUUID());
      assertThat(next.body().required("seq").asLong()).isEqualTo(3);
      assertThat(new Topic(node.topics().deadCommands()).all()).isEmpty();
    }
  }

  private static boolean hasDecidedAbout(Node node, int shard) {
    var states = node.shards().states();
    return states.containsKey(shard) && !states.containsValue(ShardState.RECOVERING);
  }

  @Test
  void twoNodesShareThePartitionsAndOneTakesOverWhatTheOtherHad() {
    var first = Node.start(prefix, "one");
    start(first);
    var said = new ArrayList<UUID>();
    try (var second = Node.start(prefix, "two", Map.of("parley.command.session-timeout", "6s"))) {
      await().atMost(ONE_MINUTE).until(() -> share(first, second));
      for (int i = 0; i < 20; i++) {
        said.add(say(i % 2 == 0 ? first : second, "پیام " + i, UUID.randomUUID()).id("id"));
      }
      first.close();
      await()
          .atMost(ONE_MINUTE)
          .until(() -> second.shards().isReady() && second.shards().states().size() == 3);
      for (int i = 20; i < 30; i++) {
        said.add(say(second, "پیام " + i, UUID.randomUUID()).id("id"));
      }

      var events = new EventLog(second.topics()).eventsOf(ROOM);
      assertThat(events).hasSize(31);
      assertThat(events.subList(1, 31)).extracting(EventEnvelope::id).isEqualTo(said);
    }
  }

  /// Each partition has one owner, each node has some, and all decide.
  private static boolean share(Node first, Node second) {
    var one = first.shards().states().keySet();
    var two = second.shards().states().keySet();
    var all = new HashSet<>(one);
    all.addAll(two);
    return List.of(one, two).stream().noneMatch(java.util.Set::isEmpty)
        && one.size() + two.size() == Node.PARTITIONS
        && all.size() == Node.PARTITIONS
        && first.shards().isReady()
        && second.shards().isReady();
  }
}
