package io.parley.delivery.publicroom;

import io.parley.delivery.frame.Outgoing;
import io.parley.delivery.session.Closing;
import io.parley.delivery.session.Commands;
import io.parley.delivery.session.LogPositions;
import io.parley.edge.problem.Problem;
import io.parley.edge.publicchat.PublicChatProperties;
import io.parley.edge.publicchat.VisitorLimits;
import io.parley.schemas.Connection;
import io.parley.schemas.LogPosition;
import io.parley.schemas.Member;
import io.parley.schemas.PublicRoomSettings;
import io.parley.schemas.Visitor;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.Command;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.PublicRoomCommand.JoinPublicRoom;
import io.parley.schemas.command.PublicRoomCommand.OpenPublicRoom;
import io.parley.schemas.command.VisitorCommand.IntroduceVisitor;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import io.parley.schemas.reply.Reply;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asks a room to let a visitor in, and opens the room when there is none.
///
/// Runs on the thread that reads from the socket: what the client sends while it comes in is
/// served after it is in.
@Component
final class Entering {
  private static final int ATTEMPTS = 3;

  private final Commands commands;
  private final LogPositions positions;
  private final VisitorLimits limits;
  private final PublicChatProperties bounds;
  private final ThisNode node;

  Entering(
      Commands commands,
      LogPositions positions,
      VisitorLimits limits,
      PublicChatProperties bounds,
      ThisNode node) {
    this.commands = commands;
    this.positions = positions;
    this.limits = limits;
    this.bounds = bounds;
    this.node = node;
  }

  /// What became of it.
  sealed interface Entry {
    /// The visitor is in since the event `seq`, which is at this place of the log.
    record In(long seq, LogPosition position, @Nullable List<Member> members) implements Entry {}

    /// It is not, and why. `uncertain`: it may be in all the same, or come in yet.
    record Refused(Outgoing error, Closing closing, boolean uncertain) implements Entry {}
  }

  Entry enter(Visit.Welcome visit, Visitor visitor, UUID connection, boolean withMembers) {
    UUID room = visit.roomId();
    var actor = new Actor.Visitor(visitor.id());
    var join =
        new JoinPublicRoom(
            room,
            visitor.username(),
            visitor.color(),
            new Connection(node.id(), connection),
            withMembers);
    try {
      // throws while events could go by unseen
      positions.passed(room);
      var _ =
          submit(actor, new IntroduceVisitor(visitor.id(), visitor.username(), visitor.color()));
      for (int attempt = 1; ; attempt++) {
        var reply = submit(actor, join).get();
        if (!isNoRoom(reply) || attempt == ATTEMPTS) {
          return entry(reply, visit);
        }
        var wait = limits.openRoom(visit.session(), visit.address());
        if (wait.isPresent()) {
          return new Entry.Refused(
              Refusals.rateLimited(visit.language(), wait.getAsInt()), Closing.RATE_LIMITED, false);
        }
        var _ = submit(actor, new OpenPublicRoom(room, PublicRoomSettings.ofUnknown(room)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return uncertain(e, visit);
    } catch (ExecutionException | Problem e) {
      return uncertain(e, visit);
    }
  }

  private CompletableFuture<Reply> submit(Actor actor, Command command) {
    return commands.submit(new CommandEnvelope(UUID.randomUUID(), actor, command));
  }

  private static boolean isNoRoom(Reply reply) {
    return reply instanceof Reply.Rejected rejected && rejected.reason() == Refusal.ROOM_NOT_FOUND;
  }

  private Entry entry(Reply reply, Visit.Welcome visit) {
    return switch (reply) {
      case Reply.Accepted accepted when accepted.outcome() instanceof Outcome.Joined joined ->
          new Entry.In(
              joined.seq(),
              new LogPosition(accepted.partition(), accepted.offset()),
              joined.members());
      case Reply.Accepted accepted ->
          uncertain(new IllegalStateException("no join: " + accepted), visit);
      case Reply.Rejected rejected ->
          new Entry.Refused(
              Refusals.frame(rejected.reason(), visit.language(), bounds),
              closing(rejected.reason()),
              false);
    };
  }

  private static Closing closing(Refusal refusal) {
    return switch (refusal) {
      case ROOM_FULL -> Closing.ROOM_FULL;
      case TOO_MANY_CONNECTIONS -> Closing.TOO_MANY_CONNECTIONS;
      case ROOM_NOT_FOUND -> Closing.ROOM_NOT_FOUND;
      default -> Closing.UNAVAILABLE;
    };
  }

  private static Entry uncertain(Exception failure, Visit.Welcome visit) {
    return new Entry.Refused(
        Refusals.failure(failure, visit.language()), Closing.UNAVAILABLE, true);
  }
}
