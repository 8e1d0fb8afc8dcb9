package io.parley.delivery.session;

import io.parley.delivery.frame.Outgoing;
import io.parley.delivery.frame.RoomFrames;
import io.parley.edge.identity.Caller;
import io.parley.edge.problem.Problem;
import io.parley.schemas.LogPosition;
import io.parley.schemas.event.EventTypes;
import io.parley.schemas.event.RoomEvent;
import io.parley.schemas.event.UnknownEventType;
import io.parley.schemas.frame.ServerFrame;
import io.parley.schemas.view.RoomEventView;
import io.parley.schemas.view.RoomHistory;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/// Sends a client the history that it missed, page by page, as fast as it reads.
final class CatchUp {
  private static final Logger log = LoggerFactory.getLogger(CatchUp.class);
  private static final LogPosition NOWHERE = new LogPosition(0, -1);

  private final RoomArchive archive;
  private final Caller caller;
  private final Outlet outlet;
  private final int pageSize;

  CatchUp(RoomArchive archive, Caller caller, Outlet outlet, int pageSize) {
    this.archive = archive;
    this.caller = caller;
    this.outlet = outlet;
    this.pageSize = pageSize;
  }

  /// Everything after `afterSeq` up to the sequence that the first page calls the newest. False
  /// when that could not be done: the client has then got the beginning of it at most.
  boolean send(RoomHistory first, long afterSeq) {
    long target = first.seq();
    long last = afterSeq;
    var page = first;
    while (last < target) {
      long served = sendPage(page, last, target);
      if (served < target && (served == last || !page.more() || !outlet.awaitRoom())) {
        return false;
      }
      last = served;
      if (last < target) {
        try {
          page = archive.after(caller, page.roomId(), last, pageSize, NOWHERE);
        } catch (Problem problem) {
          log.warn("The history of room {} breaks off: {}", first.roomId(), problem.getMessage());
          return false;
        }
      }
    }
    return true;
  }

  /// The sequence that the client now has: `last` when the page does not go on from there.
  private long sendPage(RoomHistory page, long last, long target) {
    long served = last;
    for (var event : page.results()) {
      if (event.seq() <= served || event.seq() > target) {
        continue;
      }
      var frame =
          event.seq() == served + 1 ? frame(page.roomId(), event) : Optional.<ServerFrame>empty();
      if (frame.isEmpty()) {
        log.error("The history of room {} has no event {}", page.roomId(), served + 1);
        return last;
      }
      outlet.send(Outgoing.of(frame.get()));
      served = event.seq();
    }
    return served;
  }

  private static Optional<ServerFrame> frame(UUID room, RoomEventView view) {
    if (view.type().equals(RoomEventView.NOTED)) {
      return Optional.of(new ServerFrame.Noted(room, view.seq()));
    }
    try {
      return EventTypes.read(view.type(), view.data(), view.seq()) instanceof RoomEvent event
          ? RoomFrames.of(view.seq(), view.time(), view.commandId(), event)
          : Optional.empty();
    } catch (UnknownEventType | JacksonException e) {
      log.warn("Event {} of a room's history cannot be read: {}", view.seq(), e.getMessage());
      return Optional.empty();
    }
  }
}
