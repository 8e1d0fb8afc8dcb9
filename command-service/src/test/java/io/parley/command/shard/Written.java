package io.parley.command.shard;

import io.parley.schemas.event.EventEnvelope;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// An event as it stands in the log: equal when its bytes are.
record Written(String aggregate, long sequence, String commandId, String hex) {
  static Written of(byte[] value) {
    var event = EventEnvelope.fromBytes(value);
    return new Written(
        event.aggregateId().toString(),
        event.sequence(),
        event.commandId().toString(),
        HexFormat.of().formatHex(value));
  }

  byte[] value() {
    return HexFormat.of().parseHex(hex);
  }

  EventEnvelope event() {
    return EventEnvelope.fromBytes(value());
  }

  /// What a step told whoever asked, and wrote.
  static Told told(Step step) {
    return switch (step) {
      case Step.Appended appended ->
          new Told(of(appended.value()), appended.audience(), appended.outcome());
      case Step.Answered answered -> new Told(null, answered.repeated(), answered.outcome());
      case Step.Refused refused -> new Told(null, refused.reason(), "");
    };
  }

  /// A step that can be compared.
  record Told(@Nullable Written written, Object how, Object outcome) {}

  @Override
  public String toString() {
    return aggregate.substring(0, 4)
        + "#"
        + sequence
        + "@"
        + Integer.toHexString(Arrays.hashCode(value()));
  }
}
