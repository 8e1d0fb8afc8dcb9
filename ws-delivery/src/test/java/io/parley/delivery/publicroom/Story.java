package io.parley.delivery.publicroom;

import io.parley.schemas.Connection;
import io.parley.schemas.MessageType;
import io.parley.schemas.PublicRoomSettings;
import io.parley.schemas.Visitor;
import io.parley.schemas.event.PublicRoomEvent;
import java.time.Instant;
import java.util.UUID;

/// Events of one room.
final class Story {
  static final UUID ROOM = UUID.fromString("0f6cd967-095e-4915-94b9-b0eb0ed7e944");
  static final Visitor SARA = visitor(1, "sara");
  static final Visitor OMID = visitor(2, "omid");

  private Story() {}

  static Visitor visitor(int number, String name) {
    return new Visitor(new UUID(0, number), name, "red");
  }

  static Instant at(long seq) {
    return Instant.EPOCH.plusSeconds(seq);
  }

  static Connection connection(long number) {
    return new Connection(new UUID(9, 9), new UUID(7, number));
  }

  static PublicRoomEvent opened() {
    return new PublicRoomEvent.PublicRoomOpened(
        ROOM, PublicRoomSettings.ofUnknown(ROOM), "visitor:x");
  }

  static PublicRoomEvent deleted() {
    return new PublicRoomEvent.PublicRoomDeleted(ROOM, "visitor:x");
  }

  static PublicRoomEvent joined(Visitor visitor, long connection) {
    return new PublicRoomEvent.VisitorJoined(ROOM, visitor, connection(connection));
  }

  static PublicRoomEvent left(Visitor visitor, long connection) {
    return new PublicRoomEvent.VisitorLeft(ROOM, visitor, connection(connection));
  }

  static PublicRoomEvent closed(Visitor visitor, long connection) {
    return new PublicRoomEvent.ConnectionClosed(ROOM, visitor.id(), connection(connection));
  }

  static PublicRoomEvent renamed(Visitor before, String name) {
    return new PublicRoomEvent.VisitorChanged(
        ROOM, new Visitor(before.id(), name, before.color()), before.username());
  }

  static PublicRoomEvent said(Visitor sender, String content) {
    return new PublicRoomEvent.PublicMessageSent(
        ROOM, UUID.randomUUID(), sender, content, MessageType.TEXT, null);
  }
}
