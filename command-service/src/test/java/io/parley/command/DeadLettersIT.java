package io.parley.command;

import static io.parley.command.People.ALI;
import static io.parley.command.People.SARA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.backends.TestBackends;
import io.parley.command.shard.ShardState;
import io.parley.schemas.ConversationKind;
import io.parley.schemas.Ids;
import io.parley.schemas.MessageType;
import io.parley.schemas.Topics;
import io.parley.schemas.command.Command;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.GuestCommand.LinkGuestSession;
import io.parley.schemas.command.RoomCommand.SendMessage;
import io.parley.schemas.event.Aggregate;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.EventTypes;
import io.parley.schemas.event.RoomEvent.ConversationStarted;
import io.parley.schemas.reply.Refusal;
import io.parley.schemas.reply.Reply;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What cannot be decided is put aside, whoever waits is told, and the shard goes on.
class DeadLettersIT {
  private static final UUID ROOM = Ids.room("account:42", "1", null);
  private static final String MESSAGES = "/api/chat/rooms/" + ROOM + "/messages/";

  private static Node node;
  private static Topic dead;
  private static Topic replies;
  private static EventLog log;

  private final String me = UUID.randomUUID().toString();
  private final Map<String, String> asked =
      Map.of("reply_partition", "0", "reply_to", me, "traceparent", "00-1-2-01");

  @BeforeAll
  static void start() {
    node = Node.start(TestBackends.topicPrefix(), "one");
    dead = new Topic(node.topics().deadCommands());
    replies = new Topic(node.topics().replies());
    log = new EventLog(node.topics());
    node.client().as(SARA).post("/api/chat/start/", Map.of("vendor_id", 1));
  }

  @AfterAll
  static void close() {
    node.close();
  }

  private static byte[] bytes(Command command) {
    return new CommandEnvelope(UUID.randomUUID(), SARA, command).toBytes();
  }

  private static byte[] says(UUID room, String content) {
    return bytes(new SendMessage(room, content, MessageType.TEXT, null));
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return EventLog.headers(record).getOrDefault(name, "");
  }

  private void assertDead(ConsumerRecord<String, byte[]> letter, String reason, byte[] value) {
    assertThat(header(letter, "dead_reason")).isEqualTo(reason);
    assertThat(letter.key()).isEqualTo(ROOM.toString());
    assertThat(letter.value()).isEqualTo(value);
    assertThat(header(letter, "dead_partition")).isEqualTo(String.valueOf(letter.partition()));
    assertThat(header(letter, "dead_offset")).matches("\\d+");
    assertThat(header(letter, "dead_at")).matches("20\\d\\d-.*Z");
    assertThat(header(letter, "dead_detail")).isNotEmpty().hasSizeLessThanOrEqualTo(200);
    assertThat(EventLog.headers(letter)).containsAllEntriesOf(asked);
  }

  private void assertRefused(@Nullable UUID id, Refusal reason) {
    var told = replies.next(record -> header(record, "reply_to").equals(me));
    assertThat(Reply.fromBytes(told.value()))
        .isEqualTo(new Reply.Rejected(id == null ? new UUID(0, 0) : id, reason));
  }

  private void assertGoesOn() {
    var said =
        node.client()
            .as(SARA)
            .post(MESSAGES, Map.of("content", "سلام", "client_message_id", UUID.randomUUID()));
    assertThat(said.status()).isEqualTo(201);
    assertThat(node.shards().states().values()).containsOnly(ShardState.ACTIVE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unreadable | no command",
        "unreadable | {\"command_id\":null}",
        "unreadable | []",
        "unreadable | {\"command_id\":\"x\",\"actor\":{},\"command\":\"secret\"}",
        "unreadable | ''",
      })
  void whatIsNoCommandIsKeptAsItWas(String reason, String value) {
    log.poison(ROOM, value.getBytes(UTF_8), asked);

    var letter = dead.next();
    assertDead(letter, reason, value.getBytes(UTF_8));
    assertThat(header(letter, "dead_detail")).doesNotContain("secret");
    assertRefused(null, Refusal.COMMAND_DEAD);
    assertGoesOn();
  }

  @Test
  void aCommandOfANewerVersionIsCalledUnknown() {
    var id = UUID.randomUUID();
    var value =
        new String(says(ROOM, "x"), UTF_8)
            .replace("\"SendMessage\"", "\"SingMessage\"")
            .replaceFirst("\"command_id\":\"[^\"]+\"", "\"command_id\":\"" + id + "\"")
            .getBytes(UTF_8);
    log.poison(ROOM, value, asked);

    assertDead(dead.next(), "unknown_type", value);
    assertRefused(id, Refusal.COMMAND_DEAD);
    assertGoesOn();
  }

  @Test
  void nothingIsNoCommandEither() {
    log.poison(ROOM, null, asked);

    var letter = dead.next();
    assertThat(letter.value()).isNull();
    assertThat(header(letter, "dead_reason")).isEqualTo("no_value");
    assertThat(header(letter, "dead_value_bytes")).isEmpty();
    assertRefused(null, Refusal.COMMAND_DEAD);
    assertGoesOn();
  }

  @Test
  void whatIsTooLargeForAnEventIsNotDecided() {
    var value = says(ROOM, "x".repeat(600_000));
    log.poison(ROOM, value, asked);

    assertDead(dead.next(), "too_large", value);
    assertRefused(null, Refusal.COMMAND_DEAD);
    assertGoesOn();
  }

  @Test
  void aValueThatLeavesNoRoomForTheReasonIsLeftOut() {
    var value = new byte[1_048_576 - 250];
    log.poison(ROOM, value, asked);

    var letter = dead.next();
    assertThat(letter.value()).isNull();
    assertThat(header(letter, "dead_reason")).isEqualTo("too_large");
    assertThat(header(letter, "dead_value_bytes")).isEqualTo(String.valueOf(value.length));
    assertGoesOn();
  }

  @Test
  void anotherShardsAggregateIsNotDecidedHere() {
    var elsewhere = says(UUID.randomUUID(), "x");
    log.poison(ROOM, elsewhere, asked);
    assertDead(dead.next(), "misplaced", elsewhere);

    int other = (dead.partitionOf(ROOM) + 1) % Node.PARTITIONS;
    var value = says(ROOM, "x");
    log.poison(other, ROOM, value, asked);
    var letter = dead.next();
    assertDead(letter, "misplaced", value);
    assertThat(letter.partition()).isEqualTo(other);
    assertGoesOn();
  }

  @Test
  void nothingThatACommandNeedsMayBeMissing() {
    var value =
        new String(says(ROOM, "secret"), UTF_8)
            .replace("\"message_type\":\"text\"", "\"message_type\":null")
            .getBytes(UTF_8);
    log.poison(ROOM, value, asked);

    var letter = dead.next();
    assertDead(letter, "unreadable", value);
    assertThat(header(letter, "dead_detail")).isEqualTo("command.messageType is missing");
    assertGoesOn();
  }

  @Test
  void whatIsRefusedIsNotDead() {
    int before = dead.all().size();
    log.poison(ROOM, bytes(new LinkGuestSession(ROOM)), asked);
    var told = replies.next(record -> header(record, "reply_to").equals(me));
    assertThat(Reply.fromBytes(told.value())).isInstanceOf(Reply.Rejected.class);

    log.poison(ROOM, "no command".getBytes(UTF_8), asked);
    assertDead(dead.next(), "unreadable", "no command".getBytes(UTF_8));
    assertThat(dead.all()).hasSize(before + 1);
    var counted = node.bean(MeterRegistry.class).get("parley.commands.decided");
    assertThat(counted.tag("outcome", "dead").counter().count()).isEqualTo(before + 1);
  }

  /// The fault is an event that should not be: of a room of no vendor, which only vendors ask for.
  @Test
  void aCommandWhoseDecisionFailsIsDeadAndTheNextIsDecided() {
    var prefix = TestBackends.topicPrefix();
    var others = new EventLog(new Topics(prefix));
    Node.start(prefix, "one").close();
    others.happened(ROOM, startedWithNoVendor());
    try (var one = Node.start(prefix, "one")) {
      var value =
          new CommandEnvelope(
                  UUID.randomUUID(), ALI, new SendMessage(ROOM, "secret", MessageType.TEXT, null))
              .toBytes();
      others.poison(ROOM, value, asked);

      var letter = new Topic(one.topics().deadCommands()).next();
      assertDead(letter, "undecidable", value);
      assertThat(header(letter, "dead_detail"))
          .startsWith("NullPointerException at io.parley.")
          .doesNotContain("secret");
      var said = one.client().as(SARA).post(MESSAGES, Map.of("content", "سلام"));
      assertThat(said.status()).isEqualTo(201);
      assertThat(said.body().required("seq").asLong()).isEqualTo(2);
    }
  }

  private static byte[] startedWithNoVendor() {
    var started =
        new ConversationStarted(
            ROOM, ConversationKind.DIRECT, People.SHOP, null, People.buyer(SARA));
    var event =
        new EventEnvelope(
            Ids.event(ROOM, 1),
            EventTypes.nameOf(ConversationStarted.class),
            Aggregate.ROOM,
            ROOM,
            1,
            Story.NINE,
            UUID.randomUUID(),
            "0123456789abcdef",
            -1,
            null,
            started);
    return new String(event.toBytes(), UTF_8)
        .replace("\"vendor_id\":1", "\"vendor_id\":null")
        .getBytes(UTF_8);
  }

  @Test
  void whatIsReadAgainAfterARestartNamesTheSamePlace() {
    var prefix = TestBackends.topicPrefix();
    var letters = new Topic(new Topics(prefix).deadCommands());
    ConsumerRecord<String, byte[]> first;
    try (var one = Node.start(prefix, "one")) {
      new EventLog(one.topics()).poison(ROOM, "no command".getBytes(UTF_8), asked);
      first = letters.next();
    }
    try (var _ = Node.start(prefix, "one")) {
      var second = letters.next();
      assertThat(second.offset()).isGreaterThan(first.offset());
      assertThat(EventLog.headers(second)).isEqualTo(EventLog.headers(first));
    }
  }
}
