package io.parley.delivery;

import io.parley.schemas.Connection;
import io.parley.schemas.Ids;
import io.parley.schemas.Json;
import io.parley.schemas.Member;
import io.parley.schemas.Topics;
import io.parley.schemas.Visitor;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.PublicRoomCommand;
import io.parley.schemas.event.Aggregate;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.EventHeaders;
import io.parley.schemas.event.EventTypes;
import io.parley.schemas.event.PublicRoomEvent;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import io.parley.schemas.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/// Public rooms as a shard would decide them, as simply as a test needs it.
final class TestPublicRooms {
  private final Topics topics;
  private final TestRooms log;
  private final Map<UUID, Room> rooms = new HashMap<>();

  /// Rooms whose commands get no answer.
  final Set<UUID> silent = ConcurrentHashMap.newKeySet();

  private static final class Room {
    final List<EventEnvelope> events = new ArrayList<>();
    final LinkedHashMap<UUID, Member> members = new LinkedHashMap<>();
    final Map<UUID, Set<UUID>> connections = new HashMap<>();
    boolean open;
    int maxUsers;
  }

  TestPublicRooms(Topics topics, TestRooms log) {
    this.topics = topics;
    this.log = log;
  }

  synchronized Optional<Reply> reply(CommandEnvelope command, PublicRoomCommand asked) {
    UUID id = command.commandId();
    if (silent.contains(asked.roomId())) {
      return Optional.empty();
    }
    var room = room(asked.roomId());
    return Optional.of(
        switch (asked) {
          case PublicRoomCommand.OpenPublicRoom c -> open(id, room, c);
          case PublicRoomCommand _ when !room.open -> refused(id, Refusal.ROOM_NOT_FOUND);
          case PublicRoomCommand.JoinPublicRoom c -> join(id, room, visitor(command), c);
          case PublicRoomCommand.LeavePublicRoom c -> leave(id, room, c);
          case PublicRoomCommand.ChangeVisitor c -> change(id, room, visitor(command), c);
          case PublicRoomCommand.SendPublicMessage c -> send(id, room, visitor(command), c);
          case PublicRoomCommand.DeletePublicRoom _, PublicRoomCommand.ChangePublicRoom _ ->
              refused(id, Refusal.NOT_ALLOWED);
        });
  }

  private Room room(UUID id) {
    return rooms.computeIfAbsent(id, _ -> new Room());
  }

  private static UUID visitor(CommandEnvelope command) {
    return ((Actor.Visitor) command.actor()).visitorId();
  }

  private static Reply refused(UUID id, Refusal reason) {
    return new Reply.Rejected(id, reason);
  }

  private Reply open(UUID id, Room room, PublicRoomCommand.OpenPublicRoom c) {
    if (room.open) {
      return accepted(id, new Outcome.Done());
    }
    room.open = true;
    room.maxUsers = c.settings().maxUsers();
    append(room, new PublicRoomEvent.PublicRoomOpened(c.roomId(), c.settings(), "visitor:x"), id);
    return accepted(id, new Outcome.Done());
  }

  private Reply join(UUID id, Room room, UUID visitor, PublicRoomCommand.JoinPublicRoom c) {
    if (!room.members.containsKey(visitor) && room.members.size() >= room.maxUsers) {
      return refused(id, Refusal.ROOM_FULL);
    }
    var known = new Visitor(visitor, c.username(), c.color());
    var event =
        append(room, new PublicRoomEvent.VisitorJoined(c.roomId(), known, c.connection()), id);
    var before = room.members.get(visitor);
    room.members.put(
        visitor, new Member(known, before == null ? event.envelope.time() : before.joinedAt()));
    room.connections
        .computeIfAbsent(visitor, _ -> new HashSet<>())
        .add(c.connection().connectionId());
    var members = c.withMembers() ? List.copyOf(room.members.sequencedValues().reversed()) : null;
    return new Reply.Accepted(
        id,
        event.place.partition(),
        event.place.offset(),
        false,
        new Outcome.Joined(c.roomId(), event.envelope.sequence(), members));
  }

  private Reply leave(UUID id, Room room, PublicRoomCommand.LeavePublicRoom c) {
    close(room, c.roomId(), c.visitorId(), c.connectionId(), id);
    return accepted(id, new Outcome.Done());
  }

  private void close(Room room, UUID roomId, UUID visitor, UUID connection, UUID command) {
    var connections = room.connections.getOrDefault(visitor, Set.of());
    if (!connections.contains(connection)) {
      return;
    }
    connections.remove(connection);
    var closed = new Connection(UUID.randomUUID(), connection);
    if (connections.isEmpty()) {
      var member = Objects.requireNonNull(room.members.remove(visitor));
      append(room, new PublicRoomEvent.VisitorLeft(roomId, member.visitor(), closed), command);
    } else {
      append(room, new PublicRoomEvent.ConnectionClosed(roomId, visitor, closed), command);
    }
  }

  private Reply change(UUID id, Room room, UUID visitor, PublicRoomCommand.ChangeVisitor c) {
    var member = room.members.get(visitor);
    if (member == null) {
      return refused(id, Refusal.NOT_IN_ROOM);
    }
    var before = member.visitor();
    var now =
        new Visitor(
            visitor,
            c.username() == null ? before.username() : c.username(),
            c.color() == null ? before.color() : c.color());
    if (!now.equals(before)) {
      room.members.put(visitor, new Member(now, member.joinedAt()));
      append(room, new PublicRoomEvent.VisitorChanged(c.roomId(), now, before.username()), id);
    }
    return accepted(id, new Outcome.Done());
  }

  private Reply send(UUID id, Room room, UUID visitor, PublicRoomCommand.SendPublicMessage c) {
    var member = room.members.get(visitor);
    var sender = member == null ? new Visitor(visitor, c.username(), c.color()) : member.visitor();
    var sent =
        remember(
            room,
            new PublicRoomEvent.PublicMessageSent(
                c.roomId(),
                Ids.event(c.roomId(), room.events.size() + 1L),
                sender,
                c.content(),
                c.messageType(),
                c.fileUrl()),
            id);
    log.writeLater(record(sent));
    return accepted(id, new Outcome.Done());
  }

  private static Reply accepted(UUID id, Outcome outcome) {
    return new Reply.Accepted(id, 0, 0, false, outcome);
  }

  private record Appended(EventEnvelope envelope, RecordMetadata place) {}

  private Appended append(Room room, PublicRoomEvent event, UUID command) {
    var envelope = remember(room, event, command);
    return new Appended(envelope, write(envelope));
  }

  private static EventEnvelope remember(Room room, PublicRoomEvent event, UUID command) {
    long seq = room.events.size() + 1L;
    UUID roomId = roomOf(event);
    var envelope =
        new EventEnvelope(
            Ids.event(roomId, seq),
            EventTypes.nameOf(event.getClass()),
            Aggregate.PUBLIC_ROOM,
            roomId,
            seq,
            Instant.now(),
            command,
            "0123456789abcdef",
            seq,
            null,
            event);
    room.events.add(envelope);
    return envelope;
  }

  private RecordMetadata write(EventEnvelope envelope) {
    return log.write(record(envelope));
  }

  private ProducerRecord<String, byte[]> record(EventEnvelope envelope) {
    var record =
        new ProducerRecord<>(
            topics.events(), envelope.aggregateId().toString(), envelope.toBytes());
    EventHeaders.of(envelope, List.of()).forEach(record.headers()::add);
    return record;
  }

  private static UUID roomOf(PublicRoomEvent event) {
    return UUID.fromString(Json.mapper().valueToTree(event).get("room_id").stringValue());
  }

  /// Somebody deletes the room.
  synchronized void delete(UUID id) {
    var room = room(id);
    room.open = false;
    room.members.clear();
    room.connections.clear();
    append(room, new PublicRoomEvent.PublicRoomDeleted(id, "account:1"), UUID.randomUUID());
  }

  /// The room takes that many.
  synchronized void maxUsers(UUID id, int atMost) {
    room(id).maxUsers = atMost;
  }

  /// A policy takes the visitor's node for dead.
  synchronized void eject(UUID id, UUID visitor) {
    var room = room(id);
    for (UUID connection : List.copyOf(room.connections.getOrDefault(visitor, Set.of()))) {
      close(room, id, visitor, connection, UUID.randomUUID());
    }
  }

  /// An event that never comes into the log.
  synchronized void skip(UUID id) {
    rememberSomething(id);
  }

  /// An event of a type that nobody has released yet.
  synchronized void newer(UUID id) {
    var event = rememberSomething(id);
    String text = new String(event.toBytes(), StandardCharsets.UTF_8);
    byte[] value =
        text.replace(event.type(), "parley.public_room.room_pinned.v1")
            .getBytes(StandardCharsets.UTF_8);
    log.write(new ProducerRecord<>(topics.events(), id.toString(), value));
  }

  private EventEnvelope rememberSomething(UUID id) {
    var nobody = new Visitor(UUID.randomUUID(), "nobody", "red");
    var connection = new Connection(UUID.randomUUID(), UUID.randomUUID());
    return remember(
        room(id), new PublicRoomEvent.VisitorJoined(id, nobody, connection), UUID.randomUUID());
  }

  /// By how many connections each visitor is in.
  synchronized Map<UUID, Integer> connections(UUID id) {
    var all = new TreeMap<UUID, Integer>();
    var room = room(id);
    room.connections.forEach(
        (visitor, connections) -> {
          if (!connections.isEmpty()) {
            all.put(visitor, connections.size());
          }
        });
    return all;
  }

  synchronized long seq(UUID id) {
    return room(id).events.size();
  }

  /// The answer of `/api/rooms/{id}/events/`.
  synchronized Map<String, Object> history(UUID id, long after, int limit) {
    var events = room(id).events;
    return Map.of(
        "room_id",
        id,
        "seq",
        events.size(),
        "events",
        events.stream()
            .filter(event -> event.sequence() > after)
            .limit(limit)
            .map(
                event ->
                    Map.of(
                        "seq", event.sequence(),
                        "time", event.time(),
                        "type", event.type(),
                        "data", event.data()))
            .toList());
  }
}
