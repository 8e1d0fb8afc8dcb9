package io.parley.delivery.frame;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.ConversationKind;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.MessageType;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import io.parley.schemas.Side;
import io.parley.schemas.Unread;
import io.parley.schemas.event.RoomEvent;
import io.parley.schemas.frame.ServerFrame;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoomFramesTest {
  private static final UUID ROOM = new UUID(0, 1);
  private static final UUID MESSAGE = new UUID(0, 2);
  private static final UUID COMMAND = new UUID(0, 3);
  private static final Instant TIME = Instant.parse("2026-11-22T10:15:30.123Z");
  private static final Person SARA =
      Person.account(ParticipantRole.BUYER, new MarketplaceId("42"), "سارا");
  private static final RoomEvent SENT =
      new RoomEvent.MessageSent(
          ROOM, MESSAGE, SARA, "می‌خواهم 👍🏽", MessageType.TEXT, null, new Unread(0, 3));

  private static String frame(RoomEvent event) {
    return RoomFrames.of(9, TIME, null, event).map(ServerFrame::toText).orElse("");
  }

  private static String update(RoomEvent event, Side side) {
    return RoomUpdates.of(9, TIME, event, side).map(ServerFrame::toText).orElse("");
  }

  private static String json(String text) {
    return text.replace('\'', '"')
        .replace("ROOM", ROOM.toString())
        .replace("MESSAGE", MESSAGE.toString())
        .replace("TIME", "2026-11-22T10:15:30.123Z");
  }

  @Test
  void aMessage() {
    assertThat(frame(SENT))
        .isEqualTo(
            json(
                """
                {'type':'message','message_id':'MESSAGE','room_id':'ROOM','seq':9,'sender':42,\
                'sender_username':'سارا','guest':false,'guest_id':null,'role':'buyer','content':'می‌خواهم 👍🏽',\
                'message_type':'text','file_url':null,'created_at':'TIME','is_read':false}\
                """));
  }

  @Test
  void aMessageOfOnesOwnHasTheClientsId() {
    var own = RoomFrames.of(9, TIME, COMMAND, SENT).map(ServerFrame::toText).orElse("");
    assertThat(own).endsWith("\"client_message_id\":\"" + COMMAND + "\"}");
  }

  @Test
  void everyOtherEventOfARoomIsOneFrame() {
    var guest = Person.guest(new UUID(1, 1));
    assertThat(
            frame(
                new RoomEvent.ConversationStarted(
                    ROOM, ConversationKind.DIRECT, new MarketplaceId("1"), null, guest)))
        .isEqualTo(
            json(
                """
                {'type':'room_opened','room_id':'ROOM','seq':9,'vendor_id':1,'product':null,\
                'user_id':null,'username':'guest-00000000','guest':true,\
                'guest_id':'00000000-0000-0001-0000-000000000001','created_at':'TIME'}\
                """));
    assertThat(frame(new RoomEvent.MessageEdited(ROOM, MESSAGE, 4, SARA, "نو")))
        .isEqualTo(
            json(
                """
                {'type':'message_edited','room_id':'ROOM','seq':9,'message_id':'MESSAGE',\
                'message_seq':4,'content':'نو','edited_at':'TIME'}\
                """));
    assertThat(frame(new RoomEvent.MessageDeleted(ROOM, MESSAGE, 4, SARA)))
        .isEqualTo(
            json(
                """
                {'type':'message_deleted','room_id':'ROOM','seq':9,'message_id':'MESSAGE',\
                'message_seq':4}\
                """));
    assertThat(frame(new RoomEvent.MessagesRead(ROOM, SARA, 8, Unread.NONE)))
        .isEqualTo(
            json(
                """
                {'type':'read_receipt','room_id':'ROOM','seq':9,'user_id':42,'username':'سارا',\
                'guest':false,'guest_id':null,'role':'buyer','up_to_seq':8,'read_at':'TIME'}\
                """));
    assertThat(frame(new RoomEvent.ConversationArchived(ROOM, SARA))).contains("room_archived");
    assertThat(frame(new RoomEvent.ConversationUnarchived(ROOM, SARA))).contains("room_unarchived");
    assertThat(frame(new RoomEvent.ParticipantAttached(ROOM, new UUID(1, 1), SARA)))
        .contains("participant_joined", "\"user_id\":42");
  }

  @Test
  void whatIsForTheStaffIsABarePlaceInTheHistory() {
    for (var event :
        List.of(
            new RoomEvent.ConversationReported(ROOM, SARA, "پول را گرفت", MESSAGE),
            new RoomEvent.ReportsClosed(ROOM, SARA))) {
      assertThat(frame(event)).isEqualTo(json("{'type':'noted','room_id':'ROOM','seq':9}"));
      assertThat(update(event, Side.BUYER)).isEmpty();
      assertThat(update(event, Side.VENDOR)).isEmpty();
    }
  }

  @Test
  void aRoomThatNobodyCanJoinHasNone() {
    var forwarded = new RoomEvent.ConversationForwarded(ROOM, new UUID(0, 9));
    assertThat(frame(forwarded)).isEmpty();
    assertThat(update(forwarded, Side.BUYER)).isEmpty();
  }

  @Test
  void whoDidNotJoinSeesTheLastMessageAndItsOwnSidesUnread() {
    assertThat(update(SENT, Side.VENDOR))
        .contains("room_updated", "\"unread_count\":3", "می‌خواهم", "\"is_archived\":false");
    assertThat(update(SENT, Side.BUYER)).contains("\"unread_count\":0");
    assertThat(update(SENT, Side.ADMIN)).contains("\"unread_count\":3");
  }

  @Test
  void readingConcernsOnesOwnSideOnly() {
    var read = new RoomEvent.MessagesRead(ROOM, SARA, 8, new Unread(2, 5));
    assertThat(update(read, Side.BUYER))
        .isEqualTo(
            json(
                """
                {'type':'room_updated','room_id':'ROOM','seq':9,'unread_count':2,\
                'updated_at':'TIME'}\
                """));
    assertThat(update(read, Side.VENDOR)).isEmpty();
  }

  @Test
  void archivingIsSeenInTheList() {
    assertThat(update(new RoomEvent.ConversationArchived(ROOM, SARA), Side.VENDOR))
        .contains("\"is_archived\":true");
    assertThat(update(new RoomEvent.ConversationUnarchived(ROOM, SARA), Side.VENDOR))
        .contains("\"is_archived\":false");
  }

  @Test
  void bytesAreCountedAsUtf8() {
    for (String text : new String[] {"", "abc", "سلام", "می‌خواهم", "👍🏽", "টাকা", "€"}) {
      assertThat(Outgoing.utf8Length(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
    }
  }
}
