package io.parley.delivery.publicroom;

import io.parley.delivery.frame.Outgoing;
import io.parley.delivery.session.Commands;
import io.parley.delivery.session.Outlet;
import io.parley.edge.publicchat.Colors;
import io.parley.edge.publicchat.Language;
import io.parley.edge.publicchat.PublicChatProperties;
import io.parley.edge.publicchat.Text;
import io.parley.edge.publicchat.VisitorLimits;
import io.parley.schemas.MessageContent;
import io.parley.schemas.MessageType;
import io.parley.schemas.Visitor;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.Command;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.PublicRoomCommand.ChangeVisitor;
import io.parley.schemas.command.PublicRoomCommand.SendPublicMessage;
import io.parley.schemas.command.VisitorCommand.IntroduceVisitor;
import io.parley.schemas.reply.Refusal;
import io.parley.schemas.reply.Reply;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/// Makes commands of what visitors ask for, in the order in which one socket asks, without waiting
/// for their outcome: what was done comes back as an event, what was not as an `error` frame.
@Component
final class VisitorSending {
  private final Commands commands;
  private final VisitorLimits limits;
  private final PublicChatProperties bounds;

  VisitorSending(Commands commands, VisitorLimits limits, PublicChatProperties bounds) {
    this.commands = commands;
    this.limits = limits;
    this.bounds = bounds;
  }

  void message(Visit.Welcome visit, Visitor visitor, Outlet outlet, String content) {
    var language = visit.language();
    if (!MessageContent.isText(content)) {
      outlet.send(Frames.error("content_invalid", Text.TEXT_INVALID.in(language), null));
      return;
    }
    if (content.codePointCount(0, content.length()) > bounds.maxMessageLength()) {
      outlet.send(
          Frames.error(
              "content_too_long",
              Text.MESSAGE_TOO_LONG.in(language, bounds.maxMessageLength()),
              null));
      return;
    }
    if (isTooOften(visit, outlet)) {
      return;
    }
    var command =
        new SendPublicMessage(
            visit.roomId(), visitor.username(), visitor.color(), content, MessageType.TEXT, null);
    tellRefusal(submit(visitor.id(), command), outlet, language);
  }

  /// The visitor as it is to be called from now on, or empty when that cannot be.
  Optional<Visitor> update(
      Visit.Welcome visit, Visitor visitor, Outlet outlet, VisitorFrame.Update update) {
    var changed =
        new Visitor(
            visitor.id(),
            update.username() == null ? visitor.username() : update.username(),
            update.color() == null ? visitor.color() : update.color());
    var language = visit.language();
    var mistake = mistake(changed, language);
    if (mistake.isPresent()) {
      outlet.send(mistake.get());
      return Optional.empty();
    }
    if (isTooOften(visit, outlet)) {
      return Optional.empty();
    }
    var command = new ChangeVisitor(visit.roomId(), update.username(), update.color());
    tellRefusal(submit(visitor.id(), command), outlet, language);
    var _ =
        submit(
            visitor.id(), new IntroduceVisitor(visitor.id(), changed.username(), changed.color()));
    return Optional.of(changed);
  }

  /// A new name counts as a message: everybody is shown it.
  private boolean isTooOften(Visit.Welcome visit, Outlet outlet) {
    var wait = limits.message(visit.session(), visit.address());
    wait.ifPresent(seconds -> outlet.send(Refusals.rateLimited(visit.language(), seconds)));
    return wait.isPresent();
  }

  private Optional<Outgoing> mistake(Visitor changed, Language language) {
    String name = changed.username();
    if (!MessageContent.isText(name)) {
      return Optional.of(Frames.error("username_invalid", Text.TEXT_INVALID.in(language), null));
    }
    if (name.codePointCount(0, name.length()) > bounds.maxNameLength()) {
      return Optional.of(
          Frames.error(
              "username_too_long", Text.NAME_TOO_LONG.in(language, bounds.maxNameLength()), null));
    }
    return Colors.isColor(changed.color())
        ? Optional.empty()
        : Optional.of(Frames.error("color_invalid", Text.COLOR_INVALID.in(language), null));
  }

  private CompletableFuture<Reply> submit(UUID visitor, Command command) {
    return commands.submit(
        new CommandEnvelope(UUID.randomUUID(), new Actor.Visitor(visitor), command));
  }

  private void tellRefusal(CompletableFuture<Reply> asked, Outlet outlet, Language language) {
    outlet.awaitAnswer();
    var _ =
        asked
            .whenComplete(
                (reply, failure) -> {
                  switch (reply) {
                    case null -> outlet.send(Refusals.failure(failure, language));
                    case Reply.Accepted _ -> {}
                    // what is said in a room that was deleted was always dropped without a word
                    case Reply.Rejected rejected
                        when rejected.reason() == Refusal.ROOM_NOT_FOUND -> {}
                    case Reply.Rejected rejected ->
                        outlet.send(Refusals.frame(rejected.reason(), language, bounds));
                  }
                })
            .whenComplete((_, _) -> outlet.answered());
  }
}
