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

  /// A ticket that opens a socket once was made. Its credentials are sealed by what only its
  /// holder has. Keyed by [#ticket].
  record TicketIssued(String ticketId, String sealed) implements Signal {}

  /// Somebody uses a ticket; the first record of this kind in the log is the one that counts.
  /// Keyed by [#ticket].
  record TicketUsed(String ticketId, UUID attempt) implements Signal {}

  /// The key of a ticket's records.
  static String ticket(String ticketId) {
    return TICKET + ticketId;
  }

  /// How the keys of tickets begin.
  String TICKET = "ticket:";

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
