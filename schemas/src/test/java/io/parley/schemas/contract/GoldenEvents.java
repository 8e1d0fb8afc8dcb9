package io.parley.schemas.contract;

import io.parley.schemas.Access;
import io.parley.schemas.CannedText;
import io.parley.schemas.ConversationKind;
import io.parley.schemas.Ids;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.MessageType;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import io.parley.schemas.Product;
import io.parley.schemas.Unread;
import io.parley.schemas.event.AccessEvent;
import io.parley.schemas.event.AccessEvent.AccessRecorded;
import io.parley.schemas.event.Aggregate;
import io.parley.schemas.event.CannedReplyEvent;
import io.parley.schemas.event.CannedReplyEvent.CannedReplyAdded;
import io.parley.schemas.event.CannedReplyEvent.CannedReplyChanged;
import io.parley.schemas.event.CannedReplyEvent.CannedReplyRemoved;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.EventTypes;
import io.parley.schemas.event.GuestEvent;
import io.parley.schemas.event.GuestEvent.ClaimedRoom;
import io.parley.schemas.event.GuestEvent.GuestRoomAdopted;
import io.parley.schemas.event.GuestEvent.GuestRoomClaimed;
import io.parley.schemas.event.GuestEvent.GuestSessionLinked;
import io.parley.schemas.event.GuestEvent.GuestSessionOpened;
import io.parley.schemas.event.PublicRoomEvent;
import io.parley.schemas.event.RoomEvent;
import io.parley.schemas.event.RoomEvent.ConversationArchived;
import io.parley.schemas.event.RoomEvent.ConversationForwarded;
import io.parley.schemas.event.RoomEvent.ConversationReported;
import io.parley.schemas.event.RoomEvent.ConversationStarted;
import io.parley.schemas.event.RoomEvent.ConversationUnarchived;
import io.parley.schemas.event.RoomEvent.MessageDeleted;
import io.parley.schemas.event.RoomEvent.MessageEdited;
import io.parley.schemas.event.RoomEvent.MessageSent;
import io.parley.schemas.event.RoomEvent.MessagesRead;
import io.parley.schemas.event.RoomEvent.ParticipantAttached;
import io.parley.schemas.event.RoomEvent.ReportsClosed;
import io.parley.schemas.event.VisitorEvent;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// What the golden files say, in Java: a guest asks a potter about a vase, is answered, signs in,
/// and what was one guest's is one account's from then on.
final class GoldenEvents {
  static final UUID SESSION = UUID.fromString("2d6f9a1b-8c3e-4f57-b0a4-6e5d4c3b2a19");
  static final UUID GUEST = Ids.guest(SESSION);
  static final MarketplaceId VENDOR = new MarketplaceId("1");
  static final MarketplaceId VASE = new MarketplaceId("123");
  static final MarketplaceId SARA = new MarketplaceId("42");
  static final UUID ROOM = Ids.room("guest:" + GUEST, "1", "123");
  static final UUID VACANT = Ids.room("account:42", "1", "123");
  static final MarketplaceId ADMIN_ID = new MarketplaceId("admin-1");
  static final UUID ADMIN_ACCESS = Ids.adminAccess(ADMIN_ID);
  static final UUID CANNED = Ids.cannedReplies(VENDOR);
  static final UUID SECOND = Ids.room("guest:" + GUEST, "خانه-ترمه", null);

  private static final Person BUYER = Person.guest(GUEST);
  private static final Person POTTER =
      Person.account(ParticipantRole.VENDOR, new MarketplaceId("7"), "سفالگری مهر");
  private static final Person ADMIN =
      Person.account(ParticipantRole.ADMIN, ADMIN_ID, "Admin \"A\"");
  private static final UUID QUESTION = Ids.event(ROOM, 2);
  private static final ClaimedRoom CLAIMED = new ClaimedRoom(ROOM, VENDOR, VASE);

  private GoldenEvents() {}

  /// The room's history, the whole of it.
  static List<RoomEvent> room() {
    var vase =
        new Product(
            VASE, "گلدان سفالی لعاب‌دار", "https://bazaar.example.com/p/123", null, 450_000);
    return List.of(
        new ConversationStarted(ROOM, ConversationKind.PRODUCT, VENDOR, vase, BUYER),
        new MessageSent(
            ROOM,
            QUESTION,
            BUYER,
            "سلام 👋🏽 این گلدان موجود است؟ می‌خواهم <b>دو تا</b> بخرم.\nআপনার পণ্যটি আছে?",
            MessageType.TEXT,
            null,
            new Unread(0, 1)),
        new MessagesRead(ROOM, POTTER, 2, Unread.NONE),
        new MessageEdited(ROOM, QUESTION, 2, BUYER, "سلام، این گلدان موجود است؟"),
        new ConversationArchived(ROOM, POTTER),
        new ConversationUnarchived(ROOM, BUYER),
        new ParticipantAttached(ROOM, GUEST, Person.account(ParticipantRole.BUYER, SARA, "সারা")),
        new MessageDeleted(ROOM, QUESTION, 2, ADMIN),
        new ConversationReported(ROOM, BUYER, "پول را گرفت و جواب نمی‌دهد 😡", QUESTION),
        new ReportsClosed(ROOM, ADMIN));
  }

  /// The history of the room that the account would have had.
  static List<RoomEvent> vacantRoom() {
    return List.of(new ConversationForwarded(VACANT, ROOM));
  }

  /// What the admin did before deleting the message.
  static List<AccessEvent> adminAccess() {
    return List.of(new AccessRecorded(ADMIN_ACCESS, ADMIN, new Access.OfMessages(ROOM)));
  }

  /// What the potter keeps ready.
  static List<CannedReplyEvent> cannedReplies() {
    var text = new CannedText("می‌فرستیم", "ارسال", "سلام {buyer}، {product} را فردا می‌فرستیم 🚚");
    var shorter = new CannedText("পাঠাই", "Versand", "{product}: {price}");
    var reply = Ids.event(CANNED, 1);
    return List.of(
        new CannedReplyAdded(VENDOR, reply, text, POTTER),
        new CannedReplyChanged(VENDOR, reply, shorter, POTTER),
        new CannedReplyRemoved(VENDOR, reply, POTTER));
  }

  /// The guest session's history.
  static List<GuestEvent> guest() {
    return List.of(
        new GuestSessionOpened(GUEST, "مرورگر سارا"),
        new GuestRoomClaimed(GUEST, CLAIMED),
        new GuestSessionLinked(GUEST, SARA, "সারা", List.of(CLAIMED)),
        new GuestRoomAdopted(
            GUEST, SARA, "সারা", new ClaimedRoom(SECOND, new MarketplaceId("خانه-ترمه"), null)));
  }

  /// An event as the log holds it, after the one with the value `previous` (empty before the
  /// first).
  static EventEnvelope envelope(Event event, long sequence, byte[] previous) {
    UUID aggregateId = aggregateId(event);
    return new EventEnvelope(
        Ids.event(aggregateId, sequence),
        EventTypes.nameOf(event.getClass()),
        aggregate(event),
        aggregateId,
        sequence,
        Instant.parse("2026-11-22T10:15:30.120Z").plusMillis(1_001 * sequence),
        UUID.fromString("5b1f0c7e-3a52-4d0e-9c0a-2f1d8e6b" + hex(0x7a90 + sequence)),
        "0123456789ab" + hex(0xcde0 + sequence),
        1_000 + sequence,
        previous.length == 0 ? null : EventEnvelope.hashOf(previous),
        event);
  }

  private static UUID aggregateId(Event event) {
    return switch (event) {
      case ConversationForwarded _ -> VACANT;
      case RoomEvent _ -> ROOM;
      case GuestEvent _ -> GUEST;
      case AccessEvent _ -> ADMIN_ACCESS;
      case CannedReplyEvent _ -> CANNED;
      case PublicRoomEvent _ -> GoldenPublicEvents.ROOM;
      case VisitorEvent _ -> GoldenPublicEvents.RAKIB_ID;
    };
  }

  private static Aggregate aggregate(Event event) {
    return switch (event) {
      case RoomEvent _ -> Aggregate.ROOM;
      case GuestEvent _ -> Aggregate.GUEST;
      case AccessEvent _ -> Aggregate.ADMIN_ACCESS;
      case CannedReplyEvent _ -> Aggregate.CANNED_REPLIES;
      case PublicRoomEvent _ -> Aggregate.PUBLIC_ROOM;
      case VisitorEvent _ -> Aggregate.VISITOR;
    };
  }

  private static String hex(long number) {
    return HexFormat.of().toHexDigits(number, 4);
  }
}
