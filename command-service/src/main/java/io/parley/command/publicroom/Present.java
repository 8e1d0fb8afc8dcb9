package io.parley.command.publicroom;

import io.parley.schemas.Connection;
import io.parley.schemas.Member;
import io.parley.schemas.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// A visitor who is in: since when, and by which connections.
record Present(Visitor visitor, Instant joinedAt, List<Line> lines) {
  /// By how many connections one visitor can be in a room.
  static final int MAX_LINES = 20;

  /// A connection and the sequence of the event by which it came in.
  record Line(Connection connection, long seq) {
    boolean is(UUID connectionId) {
      return connection.connectionId().equals(connectionId);
    }
  }

  Optional<Line> line(UUID connectionId) {
    return lines.stream().filter(line -> line.is(connectionId)).findFirst();
  }

  Present as(Visitor other) {
    return new Present(other, joinedAt, lines);
  }

  Present with(Line line) {
    return new Present(visitor, joinedAt, Stream.concat(lines.stream(), Stream.of(line)).toList());
  }

  Present without(UUID connectionId) {
    return new Present(
        visitor, joinedAt, lines.stream().filter(line -> !line.is(connectionId)).toList());
  }

  Member member() {
    return new Member(visitor, joinedAt);
  }
}
