package io.parley.delivery.publicroom;

import io.parley.delivery.DeliveryProperties;
import io.parley.delivery.session.Commands;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.PublicRoomCommand.LeavePublicRoom;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tells the rooms whose sockets are gone, again and again until it is answered: a node that lives
/// leaves no ghosts either.
@Component
final class Leaving {
  private static final Logger log = LoggerFactory.getLogger(Leaving.class);
  private static final int LONGEST_PAUSES = 4;

  private final Commands commands;
  private final Later later;
  private final DeliveryProperties.PublicRooms bounds;
  private final AtomicInteger waiting = new AtomicInteger();

  Leaving(Commands commands, Later later, DeliveryProperties properties) {
    this.commands = commands;
    this.later = later;
    this.bounds = properties.publicRooms();
  }

  /// This visitor is not in this room by this connection any more; a room that does not know the
  /// connection does not mind.
  void leave(UUID room, UUID visitor, UUID connection) {
    if (waiting.incrementAndGet() > bounds.leavesAtMost()) {
      waiting.decrementAndGet();
      log.error("Too many leaves wait to be told; {} stays in {} for now", visitor, room);
      return;
    }
    tell(
        new CommandEnvelope(
            UUID.randomUUID(),
            new Actor.Visitor(visitor),
            new LeavePublicRoom(room, visitor, connection)),
        0);
  }

  private void tell(CommandEnvelope leave, int attempt) {
    var _ =
        commands
            .submit(leave)
            .whenComplete(
                (reply, _) -> {
                  if (reply == null) {
                    later.after(pause(attempt), () -> tellAgain(leave, attempt + 1));
                  } else {
                    waiting.decrementAndGet();
                  }
                });
  }

  /// Away from the clock's thread, which waits for nobody.
  private void tellAgain(CommandEnvelope leave, int attempt) {
    Thread.ofVirtual().name("leave").start(() -> tell(leave, attempt));
  }

  private Duration pause(int attempt) {
    return bounds.leaveAgain().multipliedBy(1L << Math.min(attempt, LONGEST_PAUSES));
  }

  /// How many are not answered yet.
  int waiting() {
    return waiting.get();
  }
}
