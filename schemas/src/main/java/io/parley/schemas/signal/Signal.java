package io.parley.schemas.signal;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.parley.schemas.Json;
import io.parley.schemas.Person;
import java.util.UUID;

/// What is worthless in a minute, on `chat.signals`, keyed by room.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Signal {
  /// Somebody types in a room, or stopped. It also ends by itself five seconds after the last
  /// sign.
  record Typing(UUID roomId, Person person, boolean isTyping) implements Signal {}

  /// The value of the record.
  default byte[] toBytes() {
    return Json.mapper().writerFor(Signal.class).writeValueAsBytes(this);
  }

  /// From the value of a record.
  static Signal fromBytes(byte[] value) {
    return Json.mapper().readValue(value, Signal.class);
  }
}
