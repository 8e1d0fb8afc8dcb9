package io.parley.schemas.event;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.parley.schemas.Ids;
import io.parley.schemas.Json;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event as it stands in the log.
///
/// The value of a record repeats what the CloudEvents headers say, so that the chain of hashes
/// protects it all. `time` is the broker's time of the command that caused the event,
/// `commandOffset` that command's place in the partition of `chat.commands` with the same number,
/// `commandDigest` tells whether another command of the same id asks for the same, and `prevHash`
/// is the SHA-256, in hex, of the value of the aggregate's previous event (null in its first).
@JsonPropertyOrder({
  "id",
  "type",
  "aggregate",
  "aggregate_id",
  "sequence",
  "time",
  "command_id",
  "command_digest",
  "command_offset",
  "prev_hash",
  "data"
})
public record EventEnvelope(
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
    Event data) {

  /// The value of the record.
  public byte[] toBytes() {
    return Json.mapper().writeValueAsBytes(this);
  }

  /// From the value of a record. Throws [UnknownEventType] for an event that this version of
  /// Parley does not know, a `JacksonException` for what is no event.
  public static EventEnvelope fromBytes(byte[] value) {
    var written = Json.mapper().readValue(value, Written.class);
    return written.read();
  }

  /// The SHA-256, in hex, of an event as written: what the next event has as `prevHash`.
  public static String hashOf(byte[] value) {
    return HexFormat.of().formatHex(Ids.sha256().digest(value));
  }
}
