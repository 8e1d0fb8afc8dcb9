package io.parley.query.publicroom;

import static java.util.stream.Collectors.toMap;

import io.parley.query.projection.Tables;
import io.parley.query.publicroom.RoomMember.MemberKey;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.PublicRoomEvent.ConnectionClosed;
import io.parley.schemas.event.PublicRoomEvent.PublicMessageSent;
import io.parley.schemas.event.PublicRoomEvent.VisitorChanged;
import io.parley.schemas.event.PublicRoomEvent.VisitorJoined;
import io.parley.schemas.event.PublicRoomEvent.VisitorLeft;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads what a batch of events may change.
final class Before {
  private final Tables tables;

  Before(Tables tables) {
    this.tables = tables;
  }

  /// Rooms, members and visitors before the batch.
  record Rows(
      Map<UUID, PublicRoom> rooms,
      Map<MemberKey, RoomMember> members,
      Map<UUID, KnownVisitor> visitors) {}

  /// The rows that are there of all that these events are about.
  Rows load(List<EventEnvelope> events) {
    var ids = events.stream().map(EventEnvelope::aggregateId).distinct().toArray(UUID[]::new);
    return new Rows(rooms(ids), members(events), visitors(ids));
  }

  private Map<UUID, PublicRoom> rooms(UUID[] ids) {
    String select = "select " + PublicRoomRow.NAMES + " from {schema}.room where room_id = any(?)";
    return tables.jdbc().query(tables.sql(select), PublicRoomRow::read, (Object) ids).stream()
        .collect(toMap(PublicRoom::roomId, Function.identity()));
  }

  private Map<MemberKey, RoomMember> members(List<EventEnvelope> events) {
    var keys = events.stream().flatMap(Before::member).distinct().toList();
    if (keys.isEmpty()) {
      return Map.of();
    }
    return tables
        .jdbc()
        .query(
            tables.sql(RoomMemberRow.SELECT),
            RoomMemberRow::read,
            keys.stream().map(MemberKey::roomId).toArray(UUID[]::new),
            keys.stream().map(MemberKey::visitorId).toArray(UUID[]::new))
        .stream()
        .collect(toMap(RoomMember::key, Function.identity()));
  }

  private Map<UUID, KnownVisitor> visitors(UUID[] ids) {
    return tables
        .jdbc()
        .query(tables.sql(KnownVisitor.SELECT), KnownVisitor::read, (Object) ids)
        .stream()
        .collect(toMap(known -> known.visitor().id(), Function.identity()));
  }

  private static Stream<MemberKey> member(EventEnvelope event) {
    return visitor(event.data()).map(id -> new MemberKey(event.aggregateId(), id));
  }

  private static Stream<UUID> visitor(Event event) {
    return switch (event) {
      case VisitorJoined e -> Stream.of(e.visitor().id());
      case VisitorChanged e -> Stream.of(e.visitor().id());
      case VisitorLeft e -> Stream.of(e.visitor().id());
      case ConnectionClosed e -> Stream.of(e.visitorId());
      case PublicMessageSent e -> Stream.of(e.sender().id());
      default -> Stream.empty();
    };
  }
}
