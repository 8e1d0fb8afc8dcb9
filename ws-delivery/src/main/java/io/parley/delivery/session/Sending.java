package io.parley.delivery.session;

import io.parley.delivery.frame.Outgoing;
import io.parley.delivery.frame.RoomFrames;
import io.parley.edge.problem.Problem;
import io.parley.schemas.MessageContent;
import io.parley.schemas.MessageType;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.RoomCommand;
import io.parley.schemas.frame.ClientFrame.MarkRead;
import io.parley.schemas.frame.ClientFrame.SendMessage;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Reply;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Makes commands of what clients ask for, in the order in which one client asks, without waiting
/// for their outcome.
@Component
final class Sending {
  private static final Logger log = LoggerFactory.getLogger(Sending.class);

  private final Commands commands;

  Sending(Commands commands) {
    this.commands = commands;
  }

  /// The live frame tells the client that it was done. The message is sent to it directly when no
  /// live frame will come: to a socket that did not join the room, and for a repeated id.
  void send(Me me, Outlet outlet, JoinedRooms rooms, SendMessage frame) {
    var type = frame.messageType() == null ? MessageType.TEXT : frame.messageType();
    var refusal = MessageContent.problemOf(frame.content(), type, frame.fileUrl());
    if (refusal.isPresent()) {
      outlet.send(Errors.of(refusal.get(), frame.roomId(), frame.clientMessageId()));
      return;
    }
    String content = frame.content() == null ? "" : frame.content();
    var command = new RoomCommand.SendMessage(frame.roomId(), content, type, frame.fileUrl());
    UUID id = frame.clientMessageId() == null ? UUID.randomUUID() : frame.clientMessageId();
    submit(
        new CommandEnvelope(id, me.caller().actor(), command),
        outlet,
        frame.clientMessageId(),
        accepted -> {
          if (accepted.outcome() instanceof Outcome.MessageNow(var message)) {
            var joined = rooms.of(frame.roomId());
            if (joined.isEmpty()) {
              outlet.send(Outgoing.of(RoomFrames.message(message, id)));
            } else if (accepted.repeated()) {
              joined.get().answer(message.seq(), Outgoing.of(RoomFrames.message(message, id)));
            }
          }
        });
  }

  /// The live `read_receipt` or `room_updated` tells the client that it was done.
  void markRead(Me me, Outlet outlet, MarkRead frame) {
    var command = new RoomCommand.MarkRead(frame.roomId(), frame.upToSeq());
    submit(
        new CommandEnvelope(UUID.randomUUID(), me.caller().actor(), command),
        outlet,
        null,
        _ -> {});
  }

  private void submit(
      CommandEnvelope command,
      Outlet outlet,
      @Nullable UUID clientMessageId,
      Consumer<Reply.Accepted> done) {
    UUID room = command.command().aggregateId();
    outlet.awaitAnswer();
    var _ =
        commands
            .submit(command)
            .whenComplete(
                (reply, failure) -> {
                  switch (reply) {
                    case null -> outlet.send(Errors.of(problem(failure), room, clientMessageId));
                    case Reply.Accepted accepted -> done.accept(accepted);
                    case Reply.Rejected rejected ->
                        outlet.send(Errors.of(rejected.reason(), room, clientMessageId));
                  }
                })
            .whenComplete((_, _) -> outlet.answered());
  }

  private static Problem problem(Throwable failure) {
    var cause = failure instanceof CompletionException e ? e.getCause() : failure;
    if (cause instanceof Problem problem) {
      return problem;
    }
    log.error("A command was not sent", failure);
    return Problem.unavailable("unavailable", "This could not be done now.", 1);
  }
}
