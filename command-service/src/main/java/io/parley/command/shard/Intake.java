package io.parley.command.shard;

import io.parley.schemas.Json;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.DeadLetter;
import io.parley.schemas.command.DeadLetter.Reason;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/// Reads records of `chat.commands`: what comes out is a command, and at the right place.
final class Intake {
  private static final UUID UNKNOWN = new UUID(0, 0);

  private Intake() {}

  /// Whether records of this key belong to this partition.
  @FunctionalInterface
  interface Places {
    boolean isPlaced(String key, int partition);
  }

  /// The command in a record; throws [Undecided] when there is none, or when another shard has its
  /// aggregate.
  static CommandEnvelope read(ConsumerRecord<String, byte[]> record, Places places) {
    byte @Nullable [] value = record.value();
    if (value == null) {
      throw new Undecided(Reason.NO_VALUE, "the record has no value");
    }
    if (value.length > DeadLetter.MAX_COMMAND_BYTES) {
      throw new Undecided(Reason.TOO_LARGE, value.length + " bytes");
    }
    var command = parse(value);
    String aggregate = String.valueOf(command.command().aggregateId());
    if (!aggregate.equals(record.key())) {
      throw new Undecided(Reason.MISPLACED, "the key is not the aggregate");
    }
    if (!places.isPlaced(aggregate, record.partition())) {
      throw new Undecided(Reason.MISPLACED, "the key belongs to another partition");
    }
    return command;
  }

  private static CommandEnvelope parse(byte[] value) {
    @Nullable CommandEnvelope envelope;
    try {
      envelope = CommandEnvelope.fromBytes(value);
    } catch (JacksonException e) {
      throw Undecided.unreadable(e);
    }
    var missing = envelope == null ? "everything" : Shape.missing(envelope);
    if (envelope == null || missing != null) {
      throw new Undecided(Reason.UNREADABLE, missing + " is missing");
    }
    return envelope;
  }

  /// The id that a record has, or seems to have; all zeros where there is none. Whoever waits
  /// knows its answer by another.
  static UUID commandId(ConsumerRecord<String, byte[]> record) {
    byte @Nullable [] value = record.value();
    if (value == null || value.length > DeadLetter.MAX_COMMAND_BYTES) {
      return UNKNOWN;
    }
    try {
      return UUID.fromString(Json.mapper().readTree(value).path("command_id").asString(""));
    } catch (JacksonException | IllegalArgumentException e) {
      return UNKNOWN;
    }
  }
}
