package io.parley.delivery.publicroom;

import io.parley.delivery.session.Outlet;
import io.parley.schemas.Visitor;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/// One socket's time in its room: in by one connection at a time. When the log says that the
/// connection is closed although the socket is open (this node was taken for dead), it comes in
/// again by another one.
final class Stay {
  private final Visit.Welcome visit;
  private final Outlet outlet;
  private final VisitorServices services;
  private final Presence presence = new Presence();
  private final ReentrantLock entering = new ReentrantLock();
  private final Seat seat;
  private final RoomHere room;

  /// Holds what happens in the room from now on.
  Stay(Visit.Welcome visit, Outlet outlet, VisitorServices services) {
    this.visit = visit;
    this.outlet = outlet;
    this.services = services;
    this.seat =
        new Seat(
            outlet,
            visit.visitor(),
            visit.language(),
            services.properties().publicRooms().heldAtMost(),
            this::enterAgain);
    this.room = services.rooms().enter(visit.roomId(), seat);
  }

  Visit.Welcome visit() {
    return visit;
  }

  /// The visitor under its newest name.
  Visitor visitor() {
    return seat.visitor();
  }

  /// The visitor has said how it is to be called.
  void called(Visitor visitor) {
    seat.visitor(visitor);
  }

  private void enterAgain() {
    Thread.ofVirtual().name("enter-again").start(this::enter);
  }

  /// Comes in, or says why not and closes.
  void enter() {
    entering.lock();
    try {
      var connection = presence.begin();
      if (connection != null) {
        enter(connection);
      }
    } finally {
      entering.unlock();
    }
  }

  private void enter(UUID connection) {
    room.expect(seat, connection);
    var entry = services.entering().enter(visit, seat.visitor(), connection, !room.knowsMembers());
    switch (entry) {
      case Entering.Entry.Refused refused -> {
        if (refused.uncertain()) {
          leave(connection);
        }
        outlet.send(refused.error());
        outlet.close(refused.closing());
      }
      case Entering.Entry.In in -> {
        if (presence.joined()) {
          welcome(in);
        } else {
          leave(connection);
        }
      }
    }
  }

  private void welcome(Entering.Entry.In in) {
    room.told(in.seq(), in.members());
    if (visit.afterSeq().isPresent() && room.isWaiting(seat)) {
      services
          .missed()
          .send(visit.roomId(), visit.afterSeq().getAsLong(), in, outlet, visit.language());
    }
    room.joined(seat, in.seq(), Instant.now());
  }

  /// The socket is gone.
  void end() {
    services.perVisitor().leave(visit.visitor().id());
    services.rooms().leave(room, seat);
    var connection = presence.end();
    if (connection != null) {
      leave(connection);
    }
  }

  private void leave(UUID connection) {
    services.leaving().leave(visit.roomId(), visit.visitor().id(), connection);
  }
}
