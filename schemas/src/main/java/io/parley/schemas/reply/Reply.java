package io.parley.schemas.reply;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.parley.schemas.Json;
import java.util.UUID;

/// What became of a command.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Reply {
  /// The command.
  UUID commandId();

  /// It was done, now or when it was asked for the first time (`repeated`). Everything that it
  /// changed is in partition `partition` of `chat.events` up to and including `offset`.
  record Accepted(UUID commandId, int partition, long offset, boolean repeated, Outcome outcome)
      implements Reply {}

  /// It was not done.
  record Rejected(UUID commandId, Refusal reason) implements Reply {}

  /// The value of the record.
  default byte[] toBytes() {
    return Json.mapper().writerFor(Reply.class).writeValueAsBytes(this);
  }

  /// From the value of a record.
  static Reply fromBytes(byte[] value) {
    return Json.mapper().readValue(value, Reply.class);
  }
}
