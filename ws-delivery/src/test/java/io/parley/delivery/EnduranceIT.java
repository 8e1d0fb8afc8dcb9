package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.delivery.session.ChatSessions;
import io.parley.schemas.Ids;
import io.parley.schemas.MessageType;
import io.parley.schemas.Unread;
import io.parley.schemas.event.RoomEvent;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What one client, one record or one neighbour does wrong hurts nobody else.
class EnduranceIT {
  private static DeliveryNode node;

  @BeforeAll
  static void start() {
    node =
        DeliveryNode.start(
            Map.of(
                "parley.delivery.rooms.per-socket", 50,
                "parley.delivery.outbox.max-bytes", 262_144));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void aSlowReaderIsClosedWhileTheOthersGoOn() {
    UUID room = node.open(TestRooms.buyer(42), 1);
    var sessions = node.context.getBean(ChatSessions.class);
    String path = "/ws/chat/?token=" + Tokens.buyer(42);
    try (var vendor = node.vendor(7, 1);
        var slow = TestSocket.openDeaf(node.uri(path))) {
      vendor.join(room);
      slow.send("{'type':'join_room','room_id':'%s'}", room);
      await().until(() -> sessions.joined() == 2);
      long seq = 1;
      while (sessions.open() == 2) {
        seq =
            node.rooms
                .append(message(room, seq + 1, "ک".repeat(4_000)), UUID.randomUUID())
                .sequence();
      }
      slow.read();
      assertThat(slow.closeCode()).isEqualTo(4408);
      for (long i = 2; i <= seq; i++) {
        assertThat(vendor.next("message").get("seq").longValue()).isEqualTo(i);
      }
      vendor.isQuiet();
    }
  }

  @Test
  void tenThousandJoinsOnOneSocketAreAllAnswered() {
    UUID room = node.open(TestRooms.buyer(42), 1);
    try (var buyer = node.buyer(42)) {
      for (int i = 0; i < 10_000; i++) {
        buyer.send("{'type':'join_room','room_id':'%s'}", room);
      }
      int joined = 0;
      for (int i = 0; i < 10_000; i++) {
        var answer = buyer.next();
        if (answer.get("type").stringValue().equals("joined")) {
          joined++;
        } else {
          assertThat(answer.get("code").stringValue()).isEqualTo("rate_limited");
          assertThat(answer.get("retry_after").intValue()).isPositive();
        }
      }
      assertThat(joined).isGreaterThanOrEqualTo(100);
    }
  }

  @Test
  void aSocketJoinsABoundedNumberOfRooms() {
    try (var buyer = node.buyer(42)) {
      for (int i = 0; i < 50; i++) {
        UUID room = node.open(TestRooms.buyer(42), 1);
        buyer.next("room_opened");
        buyer.join(room);
      }
      UUID one = node.open(TestRooms.buyer(42), 1);
      buyer.next("room_opened");
      buyer.send("{'type':'join_room','room_id':'%s'}", one);
      buyer.error("too_many_rooms");
    }
  }

  @Test
  void badInputIsAnsweredAndTheSocketStays() {
    try (var socket = node.buyer(42)) {
      socket.sendRaw("hello").error("invalid_json");
      socket.sendRaw("").error("invalid_json");
      socket.sendRaw("[]").error("invalid_frame");
      socket.send("{'type':'dance'}").error("unknown_type");
      socket.send("{'type':'join_room','room_id':'x'}").error("invalid_frame");
      socket.send("{'type':'join_room'}").error("invalid_frame");
      socket.sendRaw("[".repeat(10_000)).error("invalid_json");
      socket.sendRaw("\"" + "x".repeat(65_534) + "\"").error("invalid_frame");
      socket.isQuiet();
    }
  }

  @Test
  void whatIsNoTextOrTooLongIsTheEnd() {
    try (var socket = node.buyer(42)) {
      socket.sendBinary(new byte[] {1, 2, 3});
      assertThat(socket.closeCode()).isEqualTo(1003);
    }
    try (var socket = node.buyer(42)) {
      socket.sendRaw("ک".repeat(32_769));
      assertThat(socket.closeCode()).isEqualTo(1009);
    }
  }

  @Test
  void whenQueryServiceDoesNotAnswerTheJoinSaysSo() {
    UUID room = node.open(TestRooms.buyer(42), 1);
    try (var buyer = node.buyer(42)) {
      buyer.join(room);
      for (var mood : TestQueryService.Mood.values()) {
        if (mood != TestQueryService.Mood.WELL) {
          node.queries.mood(mood);
          buyer.send("{'type':'join_room','room_id':'%s'}", room);
          assertThat(buyer.error("unavailable").get("retry_after").intValue()).isPositive();
        }
      }
      buyer.say(room, "still here");
      buyer.next("message");
    } finally {
      node.queries.mood(TestQueryService.Mood.WELL);
    }
  }

  @Test
  void aRecordThatNobodyUnderstandsIsPassedOver() {
    UUID room = node.open(TestRooms.buyer(42), 1);
    try (var buyer = node.buyer(42)) {
      buyer.join(room);
      byte[] nonsense = {1, 2, 3};
      node.rooms.write(new ProducerRecord<>(node.topics().events(), room.toString(), nonsense));
      node.rooms.write(new ProducerRecord<>(node.topics().signals(), room.toString(), nonsense));
      var event = node.rooms.append(message(room, 2, "x"), UUID.randomUUID());
      node.rooms.write(event);
      node.rooms.append(message(room, 3, "y"), UUID.randomUUID());
      assertThat(buyer.next("message").get("seq").longValue()).isEqualTo(2);
      assertThat(buyer.next("message").get("seq").longValue()).isEqualTo(3);
      assertThat(node.isReady()).isTrue();
    }
  }

  @Test
  void aGapInTheLogIsToldToTheClient() {
    UUID room = node.open(TestRooms.buyer(42), 1);
    try (var buyer = node.buyer(42)) {
      buyer.join(room);
      node.rooms.remember(message(room, 2, "lost"), UUID.randomUUID());
      node.rooms.append(message(room, 3, "x"), UUID.randomUUID());
      assertThat(buyer.next("resync").get("seq").longValue()).isEqualTo(2);
      assertThat(buyer.next("message").get("seq").longValue()).isEqualTo(3);
    }
  }

  private static RoomEvent message(UUID room, long seq, String content) {
    return new RoomEvent.MessageSent(
        room,
        Ids.event(room, seq),
        TestRooms.vendor(9),
        content,
        MessageType.TEXT,
        null,
        new Unread(seq, 0));
  }
}
