package io.parley.query.publicroom;

import io.parley.query.publicroom.RoomMember.MemberKey;
import io.parley.schemas.Visitor;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.PublicRoomEvent;
import io.parley.schemas.event.PublicRoomEvent.ConnectionClosed;
import io.parley.schemas.event.PublicRoomEvent.PublicMessageSent;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomChanged;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomDeleted;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomOpened;
import io.parley.schemas.event.PublicRoomEvent.VisitorChanged;
import io.parley.schemas.event.PublicRoomEvent.VisitorJoined;
import io.parley.schemas.event.PublicRoomEvent.VisitorLeft;
import io.parley.schemas.event.VisitorEvent.VisitorIntroduced;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// What the events of a batch make of the rows that were there before: which rooms' rows go, and
/// what is there then. No clock and no database in here.
final class Batch {
  private final Map<UUID, PublicRoom> rooms;
  private final Map<MemberKey, RoomMember> members;
  private final Map<UUID, KnownVisitor> visitors;
  private final Set<UUID> deleted = new HashSet<>();
  private final List<SentMessage> messages = new ArrayList<>();
  private final List<EventEnvelope> history = new ArrayList<>();

  Batch(
      Map<UUID, PublicRoom> rooms,
      Map<MemberKey, RoomMember> members,
      Map<UUID, KnownVisitor> visitors) {
    this.rooms = new HashMap<>(rooms);
    this.members = new HashMap<>(members);
    this.visitors = new HashMap<>(visitors);
  }

  /// Rooms of which nothing of before is left, whether they were opened again or not.
  Set<UUID> deleted() {
    return deleted;
  }

  Map<UUID, PublicRoom> rooms() {
    return rooms;
  }

  Map<MemberKey, RoomMember> members() {
    return members;
  }

  Map<UUID, KnownVisitor> visitors() {
    return visitors;
  }

  /// Messages that are new.
  List<SentMessage> messages() {
    return messages;
  }

  /// Events that are new in the history of their rooms.
  List<EventEnvelope> history() {
    return history;
  }

  /// Goes on by one event.
  void apply(EventEnvelope event) {
    switch (event.data()) {
      case VisitorIntroduced e -> introduce(e.visitor(), event);
      case PublicRoomEvent e -> change(e, event);
      default -> throw new IllegalStateException("not read here: " + event.type());
    }
  }

  private void introduce(Visitor visitor, EventEnvelope event) {
    visitors.compute(
        visitor.id(),
        (id, known) ->
            new KnownVisitor(
                visitor, known == null ? event.time() : known.createdAt(), event.time()));
  }

  private void change(PublicRoomEvent data, EventEnvelope event) {
    UUID id = event.aggregateId();
    if (data instanceof PublicRoomOpened opened) {
      rooms.put(id, PublicRoom.opened(id, opened.settings(), event.time()));
    }
    if (!rooms.containsKey(id)) {
      return;
    }
    happen(data, event);
    if (rooms.containsKey(id)) {
      room(id, room -> room.at(event.sequence()));
      history.add(event);
    }
  }

  private void happen(PublicRoomEvent data, EventEnvelope event) {
    var at = event.time();
    switch (data) {
      case PublicRoomOpened _ -> {}
      case PublicRoomChanged e -> room(e.roomId(), room -> room.changed(e.settings(), at));
      case PublicRoomDeleted e -> delete(e.roomId());
      case VisitorJoined e ->
          member(event, e.visitor(), m -> m.as(e.visitor(), at).joined(e.connection(), at));
      case VisitorChanged e -> member(event, e.visitor(), m -> m.as(e.visitor(), at));
      case VisitorLeft e -> member(event, e.visitor(), m -> m.as(e.visitor(), at).left());
      case ConnectionClosed e -> close(e);
      case PublicMessageSent e -> {
        member(event, e.sender(), m -> m.as(e.sender(), at));
        room(e.roomId(), PublicRoom::withOneMessageMore);
        messages.add(SentMessage.of(e, event));
      }
    }
  }

  private void delete(UUID id) {
    deleted.add(id);
    rooms.remove(id);
    members.keySet().removeIf(key -> key.roomId().equals(id));
    messages.removeIf(message -> message.roomId().equals(id));
    history.removeIf(event -> event.aggregateId().equals(id));
  }

  private void close(ConnectionClosed event) {
    var known = members.get(new MemberKey(event.roomId(), event.visitorId()));
    if (known != null) {
      replace(known, known.without(event.connection()));
    }
  }

  private void member(EventEnvelope event, Visitor visitor, UnaryOperator<RoomMember> change) {
    UUID roomId = event.aggregateId();
    var key = new MemberKey(roomId, visitor.id());
    var before = members.get(key);
    var known = before == null ? RoomMember.seen(roomId, visitor, event.time()) : before;
    replace(known, change.apply(known));
  }

  private void replace(RoomMember before, RoomMember after) {
    members.put(after.key(), after);
    if (before.isOnline() != after.isOnline()) {
      room(after.roomId(), room -> room.withMoreUsers(after.isOnline() ? 1 : -1));
    }
  }

  private void room(UUID id, UnaryOperator<PublicRoom> change) {
    rooms.computeIfPresent(id, (key, room) -> change.apply(room));
  }
}
