package io.parley.schemas.signal;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.parley.schemas.Json;
import io.parley.schemas.Person;
import io.parley.schemas.Visitor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What is worthless in a minute, on `chat.signals`, keyed by room.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Signal {
  /// Somebody types in a room, or stopped. It also ends by itself five seconds after the last
  /// sign.
  record Typing(UUID roomId, Person person, boolean isTyping) implements Signal {}

  /// A visitor types in a public room, or stopped; what it says of itself is passed on as it is,
  /// and means typing as long as it is neither false, null, zero nor empty. It also ends by itself
  /// five seconds after the last sign.
  record VisitorTyping(UUID roomId, Visitor visitor, JsonNode typing) implements Signal {}

  /// A node lives, with so many open sockets; null where it serves none. Not keyed by a room but
  /// by [#NODE], always in partition 0.
  record NodeAlive(UUID nodeId, @Nullable Long sockets) implements Signal {}

  /// The key of the signs of life.
  String NODE = "node";

  /// The value of the record.
  default byte[] toBytes() {
    return Json.mapper().writerFor(Signal.class).writeValueAsBytes(this);
  }

  /// From the value of a record.
  static Signal fromBytes(byte[] value) {
    return Json.mapper().readValue(value, Signal.class);
  }
}
