package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.Ids;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.MessageType;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import io.parley.schemas.Unread;
import io.parley.schemas.event.RoomEvent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A buyer and a vendor talk: every frame, in and out.
class ConversationIT {
  private static DeliveryNode node;

  @BeforeAll
  static void start() {
    node = DeliveryNode.start(Map.of("parley.delivery.typing-ends-after", "1s"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void aMessageReachesEverybodyWhoJoined() {
    try (var buyer = node.buyer(42);
        var vendor = node.vendor(7, 1)) {
      UUID room = node.open(TestRooms.buyer(42), 1);
      assertThat(vendor.next("room_opened").get("username").stringValue()).isEqualTo("user42");
      buyer.next("room_opened");
      assertThat(buyer.join(room)).isEqualTo(1);
      assertThat(vendor.join(room)).isEqualTo(1);

      String text = "می‌خواهم بخرم 👍🏽 \u200f <b>\"'\\";
      UUID id = buyer.say(room, text);

      var seen = vendor.next("message");
      assertThat(seen.get("content").stringValue()).isEqualTo(text);
      assertThat(seen.get("seq").longValue()).isEqualTo(2);
      assertThat(seen.get("sender").intValue()).isEqualTo(42);
      assertThat(seen.has("client_message_id")).isFalse();
      var own = buyer.next("message");
      assertThat(own.get("client_message_id").stringValue()).isEqualTo(id.toString());
      buyer.isQuiet();
      vendor.isQuiet();
    }
  }

  @Test
  void whoDidNotJoinSeesThatTheRoomChanged() {
    UUID room = node.open(TestRooms.buyer(43), 2);
    try (var buyer = node.buyer(43);
        var vendor = node.vendor(8, 2)) {
      UUID id = buyer.say(room, "سلام");
      var update = vendor.next("room_updated");
      assertThat(update.get("unread_count").intValue()).isEqualTo(1);
      assertThat(update.get("last_message").get("content").stringValue()).isEqualTo("سلام");
      var own = List.of(buyer.next(), buyer.next());
      assertThat(own)
          .extracting(frame -> frame.get("type").stringValue())
          .containsExactlyInAnyOrder("room_updated", "message");
      assertThat(own)
          .anySatisfy(
              frame ->
                  assertThat(frame.path("client_message_id").asString()).isEqualTo(id.toString()));

      vendor.send("{'type':'mark_read','room_id':'%s','up_to_seq':2}", room);
      assertThat(vendor.next("room_updated").get("unread_count").intValue()).isZero();
      buyer.isQuiet();
    }
  }

  @Test
  void everyEventIsOneFrameForWhoJoined() {
    UUID room = node.open(TestRooms.buyer(44), 3);
    Person staff = TestRooms.vendor(9);
    Person buyer = TestRooms.buyer(44);
    UUID message = Ids.event(room, 2);
    try (var vendor = node.vendor(9, 3)) {
      vendor.join(room);
      node.rooms.append(
          new RoomEvent.MessageSent(
              room, message, staff, "x", MessageType.TEXT, null, new Unread(1, 0)),
          UUID.randomUUID());
      node.rooms.append(
          new RoomEvent.MessageEdited(room, message, 2, staff, "y"), UUID.randomUUID());
      node.rooms.append(new RoomEvent.MessagesRead(room, buyer, 3, Unread.NONE), UUID.randomUUID());
      node.rooms.append(new RoomEvent.MessageDeleted(room, message, 2, staff), UUID.randomUUID());
      node.rooms.append(new RoomEvent.ConversationArchived(room, staff), UUID.randomUUID());
      node.rooms.append(new RoomEvent.ConversationUnarchived(room, staff), UUID.randomUUID());
      node.rooms.append(
          new RoomEvent.ParticipantAttached(
              room,
              UUID.randomUUID(),
              Person.account(ParticipantRole.BUYER, new MarketplaceId("45"), "user45")),
          UUID.randomUUID());
      long seq = 2;
      for (String type :
          new String[] {
            "message",
            "message_edited",
            "read_receipt",
            "message_deleted",
            "room_archived",
            "room_unarchived",
            "participant_joined"
          }) {
        assertThat(vendor.next(type).get("seq").longValue()).isEqualTo(seq++);
      }
      vendor.isQuiet();
    }
  }

  @Test
  void whoComesBackGetsWhatItMissed() {
    UUID room = node.open(TestRooms.buyer(46), 4);
    try (var vendor = node.vendor(10, 4)) {
      vendor.join(room);
      for (int i = 2; i <= 300; i++) {
        node.rooms.remember(message(room, i), UUID.randomUUID());
      }
      try (var buyer = node.buyer(46)) {
        buyer.send("{'type':'join_room','room_id':'%s','after_seq':10}", room);
        assertThat(buyer.next("joined").get("seq").longValue()).isEqualTo(300);
        for (int i = 11; i <= 300; i++) {
          assertThat(buyer.next("message").get("seq").longValue()).isEqualTo(i);
        }
        vendor.say(room, "live");
        assertThat(buyer.next("message").get("seq").longValue()).isEqualTo(301);
        buyer.isQuiet();
      }
    }
  }

  @Test
  void whoMissedTooMuchIsToldToReload() {
    UUID room = node.open(TestRooms.buyer(47), 5);
    for (int i = 2; i <= 1_002; i++) {
      node.rooms.remember(message(room, i), UUID.randomUUID());
    }
    try (var buyer = node.buyer(47)) {
      buyer.send("{'type':'join_room','room_id':'%s','after_seq':1}", room);
      buyer.next("joined");
      assertThat(buyer.next("resync").get("seq").longValue()).isEqualTo(1_002);
      buyer.send("{'type':'join_room','room_id':'%s','after_seq':2000}", room);
      buyer.next("joined");
      buyer.next("resync");
      buyer.say(room, "x");
      assertThat(buyer.next("message").get("seq").longValue()).isEqualTo(1_003);
    }
  }

  @Test
  void typingIsShownToTheOthersAndEndsByItself() {
    UUID room = node.open(TestRooms.buyer(48), 6);
    try (var buyer = node.buyer(48);
        var vendor = node.vendor(12, 6)) {
      buyer.send("{'type':'typing','room_id':'%s','is_typing':true}", room);
      buyer.error("not_joined");
      buyer.join(room);
      vendor.join(room);
      buyer.send("{'type':'typing','room_id':'%s','is_typing':true}", room);
      var typing = vendor.next("typing");
      assertThat(typing.get("is_typing").booleanValue()).isTrue();
      assertThat(typing.get("user_id").intValue()).isEqualTo(48);
      assertThat(typing.has("seq")).isFalse();
      assertThat(vendor.next("typing").get("is_typing").booleanValue()).isFalse();
      buyer.isQuiet();
    }
  }

  @Test
  void anAdminWatchesUnseen() {
    UUID room = node.open(TestRooms.buyer(80), 30);
    try (var buyer = node.buyer(80);
        var vendor = node.vendor(81, 30);
        var admin = node.admin(82)) {
      buyer.join(room);
      vendor.join(room);
      long seq = admin.join(room);
      admin.send("{'type':'typing','room_id':'%s','is_typing':true}", room);
      admin.isQuiet();

      buyer.say(room, "سلام 👋🏽");
      for (var socket : List.of(buyer, vendor, admin)) {
        assertThat(socket.next("message").get("seq").longValue()).isEqualTo(seq + 1);
      }

      buyer.send("{'type':'typing','room_id':'%s','is_typing':true}", room);
      assertThat(admin.next("typing").get("user_id").intValue()).isEqualTo(80);
      vendor.next("typing");
      admin.leave();
      assertThat(vendor.next("typing").get("is_typing").booleanValue()).isFalse();
      buyer.isQuiet();
      vendor.isQuiet();
    }
  }

  @Test
  void whatIsForTheStaffKeepsItsPlaceInTheHistoryAndSaysNothing() {
    Person buyer = TestRooms.buyer(83);
    UUID room = node.open(buyer, 31);
    try (var vendor = node.vendor(84, 31);
        var absent = node.vendor(85, 31)) {
      vendor.join(room);
      node.rooms.append(
          new RoomEvent.ConversationReported(room, buyer, "کلاه‌برداری", null), UUID.randomUUID());
      node.rooms.append(new RoomEvent.ReportsClosed(room, TestRooms.vendor(1)), UUID.randomUUID());

      assertThat(vendor.next("noted").toString())
          .isEqualTo("{\"type\":\"noted\",\"room_id\":\"" + room + "\",\"seq\":2}");
      assertThat(vendor.next("noted").get("seq").longValue()).isEqualTo(3);
      absent.isQuiet();
      absent.send("{'type':'join_room','room_id':'%s','after_seq':1}", room);
      assertThat(absent.all("joined", "noted", "noted"))
          .last()
          .extracting(frame -> frame.get("seq").longValue())
          .isEqualTo(3L);
    }
  }

  @Test
  void typingEndsWithTheSocket() {
    UUID room = node.open(TestRooms.buyer(49), 7);
    try (var vendor = node.vendor(13, 7)) {
      vendor.join(room);
      try (var buyer = node.buyer(49)) {
        buyer.join(room);
        buyer.send("{'type':'typing','room_id':'%s','is_typing':true}", room);
        vendor.next("typing");
      }
      assertThat(vendor.next("typing").get("is_typing").booleanValue()).isFalse();
    }
  }

  @Test
  void whoLeavesSeesNoMoreThanOthersWhoDidNotJoin() {
    UUID room = node.open(TestRooms.buyer(50), 8);
    try (var buyer = node.buyer(50)) {
      buyer.join(room);
      buyer.send("{'type':'leave_room','room_id':'%s'}", room);
      buyer.send("{'type':'leave_room','room_id':'%s'}", room);
      buyer.isQuiet();
      node.rooms.append(message(room, 2), UUID.randomUUID());
      buyer.next("room_updated");
    }
  }

  @Test
  void aGuestTalksToo() {
    UUID session = node.queries.guest();
    Person guest = Person.guest(Ids.guest(session));
    UUID room = node.open(guest, 9);
    try (var socket = TestSocket.open(node.uri("/ws/chat/?guest_session=" + session))) {
      var greeting = socket.next("connection_established");
      assertThat(greeting.get("guest_session").stringValue()).isEqualTo(session.toString());
      assertThat(greeting.get("user").stringValue()).isEqualTo(guest.username());
      socket.join(room);
      socket.say(room, "سلام");
      var message = socket.next("message");
      assertThat(message.get("guest").booleanValue()).isTrue();
      assertThat(message.get("sender").isNull()).isTrue();
      assertThat(message.get("guest_id").stringValue()).isEqualTo(Ids.guest(session).toString());
      assertThat(message.toString()).doesNotContain(session.toString());
    }
  }

  @Test
  void whatIsSentAgainIsTheSameMessage() {
    UUID room = node.open(TestRooms.buyer(51), 10);
    try (var buyer = node.buyer(51)) {
      buyer.join(room);
      UUID id = UUID.randomUUID();
      String frame =
          "{'type':'send_message','room_id':'%s','content':'x','client_message_id':'%s'}";
      buyer.send(frame, room, id);
      var first = buyer.next("message");
      buyer.send(frame, room, id);
      assertThat(buyer.next("message").get("message_id")).isEqualTo(first.get("message_id"));
      assertThat(node.rooms.nextSeq(room)).isEqualTo(3);
    }
  }

  @Test
  void whatIsRefusedIsSaid() {
    UUID room = node.open(TestRooms.buyer(52), 11);
    try (var buyer = node.buyer(52)) {
      UUID id = buyer.say(room, TestShard.REFUSED);
      var refused = buyer.error("room_full");
      assertThat(refused.get("client_message_id").stringValue()).isEqualTo(id.toString());
      buyer.say(room, TestShard.IGNORED);
      assertThat(buyer.error("unavailable").get("retry_after").intValue()).isPositive();
      buyer.say(UUID.randomUUID(), "x");
      buyer.error("room_not_found");
      buyer.say(room, " ");
      buyer.error("content_blank");
      buyer.say(room, "x".repeat(4_001));
      buyer.error("content_too_long");
      buyer.sendRaw(
          "{\"type\":\"send_message\",\"room_id\":\"" + room + "\",\"content\":\"a\\u0000b\"}");
      buyer.error("content_invalid");
      buyer.sendRaw(
          "{\"type\":\"send_message\",\"room_id\":\"" + room + "\",\"content\":\"a\\ud800b\"}");
      buyer.error("content_invalid");
      buyer.send("{'type':'mark_read','room_id':'%s'}", UUID.randomUUID());
      buyer.error("room_not_found");
    }
  }

  @Test
  void aRoomOfOthersLooksLikeOneThatDoesNotExist() {
    UUID room = node.open(TestRooms.buyer(53), 12);
    try (var stranger = node.buyer(66);
        var otherVendor = node.vendor(14, 13)) {
      for (TestSocket socket : new TestSocket[] {stranger, otherVendor}) {
        socket.send("{'type':'join_room','room_id':'%s'}", room);
        var mine = socket.error("room_not_found");
        socket.send("{'type':'join_room','room_id':'%s'}", UUID.randomUUID());
        assertThat(socket.error("room_not_found").get("message")).isEqualTo(mine.get("message"));
        node.rooms.append(message(room, node.rooms.nextSeq(room)), UUID.randomUUID());
        socket.isQuiet();
      }
    }
  }

  private static RoomEvent message(UUID room, long seq) {
    return new RoomEvent.MessageSent(
        room,
        Ids.event(room, seq),
        TestRooms.vendor(9),
        "nr. " + seq,
        MessageType.TEXT,
        null,
        new Unread(seq, 0));
  }
}
