package io.parley.delivery.session;

import io.parley.delivery.DeliveryProperties;
import io.parley.delivery.frame.Outgoing;
import io.parley.edge.identity.Caller;
import io.parley.edge.problem.Problem;
import io.parley.schemas.frame.ClientFrame.JoinRoom;
import io.parley.schemas.frame.ServerFrame;
import io.parley.schemas.reply.Refusal;
import io.parley.schemas.view.RoomHistory;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Lets a socket into a room: holds what is live, asks query-service whether the caller may see
/// the room and what it has missed, and joins both by sequence.
///
/// Runs on the thread that reads from the socket, which so waits for the join and for nothing
/// else.
@Component
final class RoomJoin {
  private final RoomArchive archive;
  private final LogPositions positions;
  private final DeliveryProperties.Rooms bounds;

  RoomJoin(RoomArchive archive, LogPositions positions, DeliveryProperties properties) {
    this.archive = archive;
    this.positions = positions;
    this.bounds = properties.rooms();
  }

  /// Answers with `joined` and what was missed, or with an error after which a room that was
  /// joined before still is.
  void join(Me me, Outlet outlet, JoinedRooms rooms, JoinRoom frame) {
    var present = rooms.of(frame.roomId());
    if (present.isPresent()) {
      joinAgain(me.caller(), outlet, rooms, present.get(), frame);
    } else if (rooms.size() >= bounds.perSocket()) {
      outlet.send(
          Errors.ofRoom(
              "too_many_rooms",
              "A socket can join %d rooms at once.".formatted(bounds.perSocket()),
              frame.roomId()));
    } else {
      joinFirst(me, outlet, rooms, frame);
    }
  }

  private void joinFirst(Me me, Outlet outlet, JoinedRooms rooms, JoinRoom frame) {
    var subscription = new Subscription(frame.roomId(), me.key(), outlet, bounds.heldAtMost());
    rooms.add(subscription);
    boolean joined = false;
    try {
      catchUp(me.caller(), outlet, subscription, frame.afterSeq());
      joined = true;
    } catch (Problem problem) {
      outlet.send(error(problem, frame.roomId()));
    } finally {
      if (!joined) {
        rooms.leave(frame.roomId());
      }
    }
  }

  private void joinAgain(
      Caller caller, Outlet outlet, JoinedRooms rooms, Subscription present, JoinRoom frame) {
    long served = present.holdAgain();
    try {
      catchUp(caller, outlet, present, frame.afterSeq() == null ? served : frame.afterSeq());
    } catch (Problem problem) {
      outlet.send(error(problem, frame.roomId()));
      if (isRefusal(problem)) {
        rooms.leave(frame.roomId());
      } else {
        present.goLive(served);
      }
    }
  }

  private void catchUp(
      Caller caller, Outlet outlet, Subscription subscription, @Nullable Long afterSeq) {
    UUID room = subscription.room();
    var first = firstPage(caller, room, afterSeq);
    outlet.send(Outgoing.of(new ServerFrame.Joined(room, first.seq())));
    if (afterSeq == null) {
      subscription.goLive(first.seq());
      return;
    }
    boolean tooFar = afterSeq > first.seq() || first.seq() - afterSeq > bounds.missedAtMost();
    var history = new CatchUp(archive, caller, outlet, bounds.pageSize());
    if (tooFar || !history.send(first, afterSeq)) {
      outlet.send(Outgoing.of(new ServerFrame.Resync(room, first.seq())));
    }
    subscription.goLive(first.seq());
  }

  /// Asks with the place that this node has passed, so that every later event is held here. A
  /// client that knows more than that, from the answer to its own command, is right: then the
  /// newest place of all is asked for.
  private RoomHistory firstPage(Caller caller, UUID room, @Nullable Long afterSeq) {
    long after = afterSeq == null ? 0 : afterSeq;
    int limit = afterSeq == null ? 1 : bounds.pageSize();
    var passed = positions.passed(room);
    RoomHistory found = null;
    Problem refused = null;
    try {
      found = archive.after(caller, room, after, limit, passed);
    } catch (Problem problem) {
      refused = problem;
    }
    if (found != null && found.seq() >= after) {
      return found;
    }
    var newest = refused == null || isRefusal(refused) ? positions.newest(room) : passed;
    if (newest.offset() > passed.offset()) {
      return archive.after(caller, room, after, limit, newest);
    }
    if (found == null) {
      throw refused == null ? Problem.of(Refusal.ROOM_NOT_FOUND) : refused;
    }
    return found;
  }

  private static boolean isRefusal(Problem problem) {
    return problem.status() == 403 || problem.status() == 404;
  }

  private static Outgoing error(Problem problem, UUID room) {
    return isRefusal(problem)
        ? Errors.of(Refusal.ROOM_NOT_FOUND, room, null)
        : Errors.of(problem, room, null);
  }
}
