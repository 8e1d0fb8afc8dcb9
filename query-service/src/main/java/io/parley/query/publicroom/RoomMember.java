package io.parley.query.publicroom;

import io.parley.schemas.Connection;
import io.parley.schemas.Visitor;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A visitor in one room: in it by these connections, or known there for what it wrote or for
/// having been in. `joinedAt` is when it last came in without being in already.
record RoomMember(
    UUID roomId,
    Visitor visitor,
    Instant firstSeen,
    @Nullable Instant joinedAt,
    Instant lastSeen,
    Set<UUID> connections) {

  static RoomMember seen(UUID roomId, Visitor visitor, Instant at) {
    return new RoomMember(roomId, visitor, at, null, at, Set.of());
  }

  MemberKey key() {
    return new MemberKey(roomId, visitor.id());
  }

  boolean isOnline() {
    return !connections.isEmpty();
  }

  RoomMember joined(Connection connection, Instant at) {
    var more = new TreeSet<>(connections);
    more.add(connection.connectionId());
    return new RoomMember(
        roomId, visitor, firstSeen, isOnline() ? joinedAt : at, lastSeen, Set.copyOf(more));
  }

  RoomMember without(Connection connection) {
    var less = new TreeSet<>(connections);
    less.remove(connection.connectionId());
    return new RoomMember(roomId, visitor, firstSeen, joinedAt, lastSeen, Set.copyOf(less));
  }

  RoomMember left() {
    return new RoomMember(roomId, visitor, firstSeen, joinedAt, lastSeen, Set.of());
  }

  /// The member under the name that it has now.
  RoomMember as(Visitor now, Instant at) {
    return new RoomMember(roomId, now, firstSeen, joinedAt, at, connections);
  }

  /// What tells members apart.
  record MemberKey(UUID roomId, UUID visitorId) {}
}
