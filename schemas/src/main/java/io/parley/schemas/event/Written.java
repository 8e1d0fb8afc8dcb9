package io.parley.schemas.event;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An event before its type is understood: what an upcaster works on.
record Written(
    UUID id,
    String type,
    Aggregate aggregate,
    UUID aggregateId,
    long sequence,
    Instant time,
    UUID commandId,
    String commandDigest,
    long commandOffset,
    @Nullable String prevHash,
    JsonNode data) {

  EventEnvelope read() {
    return new EventEnvelope(
        id,
        type,
        aggregate,
        aggregateId,
        sequence,
        time,
        commandId,
        commandDigest,
        commandOffset,
        prevHash,
        EventTypes.read(type, data, sequence));
  }
}
