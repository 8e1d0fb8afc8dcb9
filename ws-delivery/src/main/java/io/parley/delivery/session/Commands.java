package io.parley.delivery.session;

import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.reply.Reply;
import java.util.concurrent.CompletableFuture;

/// Where commands go. Those of one thread are decided in the order in which they are submitted.
@FunctionalInterface
public interface Commands {
  /// Ends with the reply, or with a [io.parley.edge.problem.Problem] when none came in time.
  CompletableFuture<Reply> submit(CommandEnvelope command);
}
