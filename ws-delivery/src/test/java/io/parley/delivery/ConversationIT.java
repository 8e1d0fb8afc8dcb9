package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

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
    node = DeliveryNode.start(Map.of());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void aMessageReachesEverybodyWhoJoined() {
    try (var buyer = node.buyer(42);
        var vendor = node.vendor(7, 1)) {
      UUID room = node.rooms.open(TestRooms.buyer(42), 1);
      assertThat(vendor.next("room_opened").get("username").stringValue()).isEqualTo("user42");
      buyer.next("room_opened");
      assertThat(buyer.join(room)).isEqualTo(1);
      assertThat(vendor.join(room)).isEqualTo(1);

      UUID id = UUID.randomUUID();
      String text = "می‌خواهم بخرم 👍🏽 <b>";
      buyer.send(
          "{'type':'send_message','room_id':'%s','content':'%s','client_message_id':'%s'}",
          room, text, id);

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
}
