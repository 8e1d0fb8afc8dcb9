package io.parley.command.visitor;

import static io.parley.command.aggregate.Decision.happens;
import static io.parley.command.aggregate.Decision.isSo;
import static io.parley.command.aggregate.Decision.refused;

import io.parley.command.aggregate.Decision;
import io.parley.command.aggregate.Moment;
import io.parley.command.visitor.VisitorState.Known;
import io.parley.command.visitor.VisitorState.Unknown;
import io.parley.schemas.Visitor;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.VisitorCommand;
import io.parley.schemas.command.VisitorCommand.IntroduceVisitor;
import io.parley.schemas.command.VisitorCommand.RecallVisitor;
import io.parley.schemas.event.VisitorEvent;
import io.parley.schemas.event.VisitorEvent.VisitorIntroduced;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;

/// Decides how a visitor is called, and remembers it. Only the visitor itself is told. Pure, like
/// [io.parley.command.room.Room].
public final class Visitors {
  private Visitors() {}

  /// What a visitor's record says to a command.
  public static Decision decide(VisitorState state, Actor actor, VisitorCommand command) {
    if (!isItself(actor, command)) {
      return refused(Refusal.NOT_ALLOWED);
    }
    return switch (command) {
      case IntroduceVisitor introduce -> introduce(state, introduce);
      case RecallVisitor _ ->
          switch (state) {
            case Unknown _ -> refused(Refusal.VISITOR_NOT_FOUND);
            case Known _ -> isSo();
          };
    };
  }

  private static boolean isItself(Actor actor, VisitorCommand command) {
    return actor instanceof Actor.Visitor visitor
        && visitor.visitorId().equals(command.visitorId());
  }

  private static Decision introduce(VisitorState state, IntroduceVisitor introduce) {
    var visitor = new Visitor(introduce.visitorId(), introduce.username(), introduce.color());
    return state instanceof Known known && known.visitor().equals(visitor)
        ? isSo()
        : happens(new VisitorIntroduced(visitor));
  }

  /// The state after an event that happened at this moment: the same function live and in replay.
  public static VisitorState evolve(VisitorState state, VisitorEvent event, Moment moment) {
    return switch (event) {
      case VisitorIntroduced introduced ->
          new Known(
              introduced.visitor(),
              state instanceof Known known ? known.createdAt() : moment.time());
    };
  }

  /// What an accepted command tells whoever asked.
  public static Outcome answer(VisitorState now) {
    return switch (now) {
      case Unknown _ -> new Outcome.Done();
      case Known known -> new Outcome.VisitorNow(known.visitor(), known.createdAt());
    };
  }
}
