package io.parley.query.api;

import io.parley.edge.command.CommandGateway;
import io.parley.edge.identity.Caller;
import io.parley.edge.problem.Problem;
import io.parley.schemas.Access;
import io.parley.schemas.Ids;
import io.parley.schemas.command.AccessCommand.RecordAccess;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.reply.Reply;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Puts into the log what an admin is about to see of other people's conversations, for the
/// auditor. What cannot be recorded is not shown.
@Component
final class AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

  private final CommandGateway gateway;

  AccessLog(CommandGateway gateway) {
    this.gateway = gateway;
  }

  /// Returns when the access is in the log; the problem `unavailable` when that cannot be said.
  void record(Caller caller, Access access) {
    var admin = caller.account().orElseThrow();
    var command = new RecordAccess(Ids.adminAccess(admin.accountId()), access);
    switch (reply(new CommandEnvelope(UUID.randomUUID(), admin, command))) {
      case Reply.Accepted _ -> {}
      case Reply.Rejected rejected -> throw unrecorded(rejected.reason().code());
    }
  }

  private Reply reply(CommandEnvelope command) {
    try {
      return gateway.submit(command, null).join();
    } catch (CompletionException e) {
      throw unrecorded(String.valueOf(e.getCause()));
    }
  }

  private static Problem unrecorded(String why) {
    LOG.warn("What an admin asked for is not shown, as that could not be recorded: {}", why);
    return Problem.unavailable(
        "unavailable", "What an admin sees is recorded, and just now that cannot be done.", 1);
  }
}
