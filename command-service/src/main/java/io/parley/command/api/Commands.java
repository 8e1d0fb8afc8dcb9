package io.parley.command.api;

import io.parley.edge.command.CommandGateway;
import io.parley.edge.problem.Problem;
import io.parley.schemas.LogPosition;
import io.parley.schemas.command.Command;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.reply.Refusal;
import io.parley.schemas.reply.Reply;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Sends a request's commands and waits for what became of them.
@Component
final class Commands {
  private final CommandGateway gateway;

  Commands(CommandGateway gateway) {
    this.gateway = gateway;
  }

  /// The acceptance of a command; a refusal, or no answer in time, is a [Problem].
  Reply.Accepted send(Ask ask, Command command) {
    return switch (reply(ask, ask.envelope(command))) {
      case Reply.Accepted accepted -> accepted;
      case Reply.Rejected rejected -> throw Problem.of(rejected.reason());
    };
  }

  /// Whatever became of a command.
  Reply reply(Ask ask, CommandEnvelope command) {
    return replies(ask, List.of(command)).getFirst();
  }

  /// Whatever became of commands that need not wait for one another.
  List<Reply> replies(Ask ask, List<CommandEnvelope> several) {
    var underWay =
        several.stream().map(command -> gateway.submit(command, ask.traceparent())).toList();
    try {
      return underWay.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      throw e.getCause() instanceof Problem problem ? problem : e;
    }
  }

  /// An answer that says where in the log its change is.
  static ResponseEntity<Object> answer(int status, Reply.Accepted accepted, Object body) {
    return positioned(status, accepted, List.of()).body(body);
  }

  /// The same without a body yet; `others` were changed on the way.
  static ResponseEntity.BodyBuilder positioned(
      int status, Reply.Accepted accepted, List<Reply> others) {
    var newest = new TreeMap<Integer, Long>();
    newest.put(accepted.partition(), accepted.offset());
    for (var other : others) {
      if (other instanceof Reply.Accepted done) {
        newest.merge(done.partition(), done.offset(), Math::max);
      }
    }
    var positions =
        newest.entrySet().stream()
            .map(entry -> new LogPosition(entry.getKey(), entry.getValue()).toString())
            .collect(Collectors.joining(","));
    return ResponseEntity.status(status).header(LogPosition.HEADER, positions);
  }

  /// A room's id from a path; what is no id is no room.
  static UUID room(String text) {
    return Ask.uuid(text).orElseThrow(() -> Problem.of(Refusal.ROOM_NOT_FOUND));
  }

  /// A message's id from a path; what is no id is no message.
  static UUID message(String text) {
    return Ask.uuid(text).orElseThrow(() -> Problem.of(Refusal.MESSAGE_NOT_FOUND));
  }
}
