package io.parley.delivery.publicroom;

import io.parley.delivery.DeliveryProperties;
import io.parley.delivery.session.Closing;
import io.parley.schemas.Member;
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
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/// A room as this node sees it while somebody here is in it: who is in, who types, and the sockets
/// that are shown it. Everything happens under the room's own lock, and nothing in it blocks.
final class RoomHere {
  private static final Logger log = LoggerFactory.getLogger(RoomHere.class);

  private final UUID id;
  private final Roster roster;
  private final UserLists lists;
  private final TypingInRoom typing;
  private final Set<Seat> seats = new LinkedHashSet<>();
  private boolean lost;

  RoomHere(UUID id, DeliveryProperties bounds, Later later) {
    this.id = id;
    this.roster = new Roster(bounds.publicRooms().heldAtMost());
    this.lists = new UserLists(roster, seats, bounds.publicRooms(), later, this::look);
    this.typing = new TypingInRoom(bounds.typingEndsAfter());
  }

  UUID id() {
    return id;
  }

  /// False when this view of the room is no good any more: a new one is needed.
  synchronized boolean enter(Seat seat) {
    return !lost && seats.add(seat);
  }

  /// Whether nobody is left.
  synchronized boolean leave(Seat seat) {
    seat.end();
    seats.remove(seat);
    return seats.isEmpty();
  }

  /// Whether it is known here who is in.
  synchronized boolean knowsMembers() {
    return roster.isKnown();
  }

  /// The connection by which a socket is about to come in.
  synchronized void expect(Seat seat, UUID connection) {
    seat.connection(connection);
  }

  /// Whether this socket has not been let in yet.
  synchronized boolean isWaiting(Seat seat) {
    return seat.isHolding();
  }

  /// The answer to a join says who is in.
  synchronized void told(long seq, @Nullable List<Member> members) {
    if (members != null) {
      roster.told(seq, members);
    }
  }

  /// A socket came in with this event, and has been shown what it missed before.
  synchronized void joined(Seat seat, long seq, Instant now) {
    seat.joined(seq, now);
    lists.welcome(now);
  }

  /// An event of the room has gone by.
  synchronized void event(long seq, Instant time, PublicRoomEvent event, Instant now) {
    var change = roster.event(seq, time, event);
    switch (change) {
      case REPEATED -> {}
      case LOST -> lose(seq);
      case NONE, MEMBERS -> {
        var frames = new EventFrames(seq, time, event);
        follow(seq, event);
        seats.forEach(seat -> seat.event(frames));
        // that a room is gone was never told to those who were in it
        if (change == Roster.Change.MEMBERS && !(event instanceof PublicRoomDeleted)) {
          lists.changed(now);
        }
        lists.welcome(now);
      }
    }
  }

  /// An event that this version does not know has gone by: nobody is shown it, and it is no gap.
  synchronized void unknown(long seq) {
    if (roster.unknown(seq) == Roster.Change.LOST) {
      lose(seq);
    }
  }

  private void lose(long seq) {
    if (!lost) {
      log.error("Room {} is not followed any more: event {} cannot be told from a gap", id, seq);
      lost = true;
      seats.forEach(seat -> seat.close(Closing.RESTART));
    }
  }

  private void follow(long seq, PublicRoomEvent event) {
    switch (event) {
      case VisitorJoined e -> called(e.visitor());
      case VisitorChanged e -> called(e.visitor());
      case VisitorLeft e -> {
        stopTyping(e.visitor());
        closed(e.connection().connectionId());
      }
      case ConnectionClosed e -> closed(e.connection().connectionId());
      case PublicRoomOpened _ -> seats.forEach(seat -> seat.reopened(seq));
      case PublicRoomDeleted _ -> typing.clear();
      case PublicRoomChanged _, PublicMessageSent _ -> {}
    }
  }

  private void called(Visitor visitor) {
    for (var seat : seats) {
      if (seat.visitor().id().equals(visitor.id())) {
        seat.visitor(visitor);
      }
    }
  }

  private void closed(UUID connection) {
    seats.forEach(seat -> seat.closed(connection));
  }

  private void stopTyping(Visitor visitor) {
    if (typing.left(visitor.id())) {
      show(visitor, BooleanNode.FALSE, Instant.now());
    }
  }

  /// Somebody who is in has given a sign of typing.
  synchronized void sign(UUID visitor, JsonNode sign, Instant now) {
    roster
        .visitor(visitor)
        .ifPresent(
            known -> {
              typing.sign(known, sign, now);
              show(known, sign, now);
            });
  }

  /// Ends the typing of those who gave no further sign.
  synchronized void tick(Instant now) {
    typing.endedBy(now).forEach(visitor -> show(visitor, BooleanNode.FALSE, now));
  }

  private void show(Visitor visitor, JsonNode sign, Instant now) {
    var frame = Frames.typing(visitor, sign, now);
    seats.forEach(seat -> seat.show(frame));
  }

  private synchronized void look() {
    lists.look(Instant.now());
  }

  synchronized int seats() {
    return seats.size();
  }
}
