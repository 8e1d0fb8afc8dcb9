package io.parley.command.api.publicchat;

import io.parley.edge.command.CommandGateway;
import io.parley.edge.problem.Problem;
import io.parley.edge.publicchat.Language;
import io.parley.edge.publicchat.PublicProblem;
import io.parley.edge.publicchat.Text;
import io.parley.schemas.LogPosition;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.reply.Refusal;
import io.parley.schemas.reply.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Sends the commands of the public chat's requests, waits for what became of them, and says it in
/// the public chat's shapes.
@Component
final class PublicCommands {
  private final CommandGateway gateway;

  PublicCommands(CommandGateway gateway) {
    this.gateway = gateway;
  }

  /// Whatever became of commands that need not wait for one another.
  List<Reply> replies(PublicAsk ask, CommandEnvelope... several) {
    var underWay =
        Arrays.stream(several).map(command -> gateway.submit(command, ask.traceparent())).toList();
    try {
      return underWay.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Problem problem) {
        var seconds = problem.retryAfterSeconds();
        throw PublicProblem.unavailable(ask.language(), seconds == null ? 1 : seconds);
      }
      throw e;
    }
  }

  Reply reply(PublicAsk ask, CommandEnvelope command) {
    return replies(ask, command).getFirst();
  }

  /// The acceptance of a command; a refusal is a [PublicProblem].
  Reply.Accepted send(PublicAsk ask, CommandEnvelope command) {
    return accepted(ask.language(), reply(ask, command));
  }

  static Reply.Accepted accepted(Language language, Reply reply) {
    return switch (reply) {
      case Reply.Accepted accepted -> accepted;
      case Reply.Rejected rejected -> throw refused(language, rejected.reason());
    };
  }

  private static PublicProblem refused(Language language, Refusal reason) {
    return switch (reason) {
      case ROOM_NOT_FOUND -> notFound(language);
      case NOT_ALLOWED -> PublicProblem.detail(403, Text.NOT_YOURS.in(language));
      default -> PublicProblem.detail(Problem.of(reason).status(), reason.explanation());
    };
  }

  static PublicProblem notFound(Language language) {
    return PublicProblem.detail(404, Text.NOT_FOUND.in(language));
  }

  /// Goes on unless there is something to wait for.
  static void within(OptionalInt wait, Language language) {
    if (wait.isPresent()) {
      throw PublicProblem.throttled(language, wait.getAsInt());
    }
  }

  /// An answer that says where in the log its changes are.
  static ResponseEntity.BodyBuilder positioned(int status, Reply... changes) {
    var newest = new TreeMap<Integer, Long>();
    for (var change : changes) {
      if (change instanceof Reply.Accepted done) {
        newest.merge(done.partition(), done.offset(), Math::max);
      }
    }
    return ResponseEntity.status(status)
        .header(
            LogPosition.HEADER,
            newest.entrySet().stream()
                .map(entry -> new LogPosition(entry.getKey(), entry.getValue()).toString())
                .collect(Collectors.joining(",")));
  }
}
