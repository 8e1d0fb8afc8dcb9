package io.parley.query.given;

import io.parley.schemas.Connection;
import io.parley.schemas.Ids;
import io.parley.schemas.MessageType;
import io.parley.schemas.PublicRoomSettings;
import io.parley.schemas.Visitor;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.PublicRoomEvent.ConnectionClosed;
import io.parley.schemas.event.PublicRoomEvent.PublicMessageSent;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomChanged;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomDeleted;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomOpened;
import io.parley.schemas.event.PublicRoomEvent.VisitorChanged;
import io.parley.schemas.event.PublicRoomEvent.VisitorJoined;
import io.parley.schemas.event.PublicRoomEvent.VisitorLeft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A public room in which things happen one after the other, as the command side would let them.
public final class GivenPublicRoom {
  private final Chain chain;
  private final Map<Connection, UUID> connections = new LinkedHashMap<>();
  private boolean open;

  private GivenPublicRoom(UUID roomId) {
    this.chain = Chain.ofPublicRoom(roomId);
  }

  public static GivenPublicRoom opened(String name) {
    return opened(new PublicRoomSettings(name, null, true, 100));
  }

  public static GivenPublicRoom hidden(String name) {
    return opened(new PublicRoomSettings(name, null, false, 100));
  }

  public static GivenPublicRoom opened(PublicRoomSettings settings) {
    return new GivenPublicRoom(UUID.randomUUID()).opens(settings);
  }

  public UUID id() {
    return chain.aggregateId();
  }

  public List<EventEnvelope> events() {
    return chain.events();
  }

  public long seq() {
    return chain.events().size();
  }

  public boolean isOpen() {
    return open;
  }

  /// The id of the message that was the last event.
  public UUID lastId() {
    return Ids.event(id(), seq());
  }

  /// The sockets of somebody that are in, the oldest first.
  public List<Connection> socketsOf(GivenVisitor who) {
    return connections.entrySet().stream()
        .filter(entry -> entry.getValue().equals(who.id()))
        .map(Map.Entry::getKey)
        .toList();
  }

  public GivenPublicRoom opens(PublicRoomSettings settings) {
    open = true;
    chain.add(new PublicRoomOpened(id(), settings, "visitor:" + new UUID(0, 1)));
    return this;
  }

  public GivenPublicRoom changes(PublicRoomSettings settings) {
    chain.add(new PublicRoomChanged(id(), settings, "account:1"));
    return this;
  }

  public GivenPublicRoom deletes() {
    open = false;
    connections.clear();
    chain.add(new PublicRoomDeleted(id(), "account:1"));
    return this;
  }

  public GivenPublicRoom joins(GivenVisitor who) {
    return joins(who, GivenVisitor.socket());
  }

  public GivenPublicRoom joins(GivenVisitor who, Connection socket) {
    connections.put(socket, who.id());
    chain.add(new VisitorJoined(id(), who.now(), socket));
    return this;
  }

  public GivenPublicRoom renames(GivenVisitor who, String username, String color) {
    String former = who.now().username();
    chain.add(new VisitorChanged(id(), who.named(username, color).now(), former));
    return this;
  }

  /// Closes the oldest socket of somebody who is in.
  public GivenPublicRoom leaves(GivenVisitor who) {
    var socket = socketsOf(who).getFirst();
    connections.remove(socket);
    chain.add(
        connections.containsValue(who.id())
            ? new ConnectionClosed(id(), who.id(), socket)
            : new VisitorLeft(id(), who.now(), socket));
    return this;
  }

  public GivenPublicRoom says(GivenVisitor who, String text) {
    return sends(who.now(), text, MessageType.TEXT, null);
  }

  public GivenPublicRoom sends(
      Visitor who, String text, MessageType type, @org.jspecify.annotations.Nullable String url) {
    var messageId = Ids.event(id(), seq() + 1);
    chain.add(new PublicMessageSent(id(), messageId, who, text, type, url));
    return this;
  }
}
