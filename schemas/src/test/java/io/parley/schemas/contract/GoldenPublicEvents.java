package io.parley.schemas.contract;

import io.parley.schemas.Connection;
import io.parley.schemas.Ids;
import io.parley.schemas.MessageType;
import io.parley.schemas.PublicRoomSettings;
import io.parley.schemas.Visitor;
import io.parley.schemas.event.PublicRoomEvent;
import io.parley.schemas.event.PublicRoomEvent.ConnectionClosed;
import io.parley.schemas.event.PublicRoomEvent.PublicMessageSent;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomChanged;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomDeleted;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomOpened;
import io.parley.schemas.event.PublicRoomEvent.VisitorChanged;
import io.parley.schemas.event.PublicRoomEvent.VisitorJoined;
import io.parley.schemas.event.PublicRoomEvent.VisitorLeft;
import io.parley.schemas.event.VisitorEvent;
import io.parley.schemas.event.VisitorEvent.VisitorIntroduced;
import java.util.List;
import java.util.UUID;

/// What the golden files of the public rooms say, in Java: Rakib opens a room and comes in by two
/// sockets, Nastaran comes in, writes and takes another name, and when all is said the room is
/// taken away. Where a type comes more than once, its golden file is the first.
final class GoldenPublicEvents {
  static final UUID ROOM = Ids.publicRoom(UUID.fromString("5b1f0c7e-3a52-4d0e-9c0a-2f1d8e6b7a91"));
  static final UUID RAKIB_ID = Ids.visitor("a1b2c3d4-e5f6-4890-9234-567890abcdef");

  private static final UUID NASTARAN_ID = Ids.visitor("نشستِ نسترن");
  private static final UUID NODE = UUID.fromString("7c9e6679-7425-40de-944b-e07fc1f90ae7");
  private static final Connection PHONE = connection("4e75ea86-0930-49e5-94eb-46785b9ded98");
  private static final Connection LAPTOP = connection("ee8e41e6-d3a2-47ff-a051-d0e29f1b4917");
  private static final Connection TABLET = connection("cc8227c1-9979-4a0a-80e3-9595b267d073");

  private static final Visitor RAKIB = new Visitor(RAKIB_ID, "রাকিব 👨🏽‍🚀", "#ff0000");
  private static final Visitor NASTARAN = new Visitor(NASTARAN_ID, "نسترن‌بانو", "#0bf");
  private static final Visitor ZOE = new Visitor(NASTARAN_ID, "Zoe\u0308 (নাস্তারান)", "teal");

  private GoldenPublicEvents() {}

  /// The room's history, the whole of it.
  static List<PublicRoomEvent> room() {
    var cinema = new PublicRoomSettings("সিনেমা-গান 🎬", "সিনেমা, গান এবং বিনোদন", true, 150);
    var quiet = new PublicRoomSettings("সিনেমা-গান 🎬", null, false, 2);
    return List.of(
        new PublicRoomOpened(ROOM, cinema, "visitor:" + RAKIB_ID),
        new VisitorJoined(ROOM, RAKIB, PHONE),
        new VisitorJoined(ROOM, RAKIB, LAPTOP),
        new VisitorJoined(ROOM, NASTARAN, TABLET),
        new PublicMessageSent(
            ROOM,
            Ids.event(ROOM, 5),
            NASTARAN,
            "হ্যালো সবাই! র‍্যাপ গান কেউ শোনেন? 🎶\nمن هم می‌شنوم 👍🏽 <b>cafe\u0301</b>",
            MessageType.TEXT,
            null),
        new VisitorChanged(ROOM, ZOE, NASTARAN.username()),
        new ConnectionClosed(ROOM, RAKIB_ID, PHONE),
        new VisitorLeft(ROOM, ZOE, TABLET),
        new PublicRoomChanged(ROOM, quiet, "visitor:" + RAKIB_ID),
        new PublicMessageSent(
            ROOM,
            Ids.event(ROOM, 10),
            RAKIB,
            "",
            MessageType.IMAGE,
            "https://cdn.example.com/ছবি.jpg"),
        new PublicRoomDeleted(ROOM, "account:admin-1"));
  }

  /// The visitor's history.
  static List<VisitorEvent> visitor() {
    return List.of(new VisitorIntroduced(RAKIB));
  }

  private static Connection connection(String id) {
    return new Connection(NODE, UUID.fromString(id));
  }
}
