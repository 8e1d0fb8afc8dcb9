package io.parley.schemas.command;

import io.parley.schemas.Ids;
import io.parley.schemas.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

/// A command as it travels on `chat.commands`, keyed by [Command#aggregateId()].
///
/// `commandId` is chosen by whoever asks: asking again with the same id is one command. Headers:
/// `reply_partition` and `reply_to` say who waits for the outcome on `chat.replies`,
/// `traceparent` follows the W3C recommendation.
public record CommandEnvelope(UUID commandId, Actor actor, Command command) {
  /// Header: the partition of `chat.replies` that the asking node reads, in decimal.
  public static final String REPLY_PARTITION = "reply_partition";

  /// Header: who waits for the outcome; comes back unchanged with the reply.
  public static final String REPLY_TO = "reply_to";

  /// Header, of any value: the outcome may travel with others, up to [#UNHURRIED_MS] later. For
  /// those who see in another way that all is well, as a socket that sees its own message.
  public static final String UNHURRIED = "unhurried";

  /// How long an unhurried outcome may wait for company, in milliseconds.
  public static final int UNHURRIED_MS = 20;

  /// Header: the W3C trace context.
  public static final String TRACEPARENT = "traceparent";

  /// The value of the record.
  public byte[] toBytes() {
    return Json.mapper().writeValueAsBytes(this);
  }

  /// From the value of a record; throws a `JacksonException` when it is no command.
  public static CommandEnvelope fromBytes(byte[] value) {
    return Json.mapper().readValue(value, CommandEnvelope.class);
  }

  /// What tells whether a repeated `commandId` asks for the same thing again: 16 hex digits of the
  /// SHA-256 of who asks and for what.
  public String digest() {
    var sha256 = Ids.sha256();
    sha256.update(actor.key().getBytes(StandardCharsets.UTF_8));
    sha256.update((byte) 0);
    return HexFormat.of()
        .formatHex(Arrays.copyOf(sha256.digest(Json.mapper().writeValueAsBytes(command)), 8));
  }
}
