package io.parley.command.shard;

import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import java.util.List;

/// What a command led to, for the loop to write.
sealed interface Step {
  /// An event to append; the outcome may be told once it is in the log.
  @SuppressWarnings("ArrayRecordComponent") // never compared; it goes to the log as it is
  record Appended(EventEnvelope event, byte[] value, List<String> audience, Outcome outcome)
      implements Step {}

  /// Nothing to append: it is so already, or (`repeated`) it was done before.
  record Answered(Outcome outcome, boolean repeated) implements Step {}

  /// Nothing happens.
  record Refused(Refusal reason) implements Step {}
}
