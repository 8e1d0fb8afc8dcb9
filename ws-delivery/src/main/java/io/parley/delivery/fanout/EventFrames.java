package io.parley.delivery.fanout;

import io.parley.delivery.frame.Outgoing;
import io.parley.delivery.frame.RoomFrames;
import io.parley.delivery.frame.RoomUpdates;
import io.parley.schemas.Side;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.RoomEvent;
import io.parley.schemas.event.RoomEvent.MessageSent;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The frames of one event, each written when the first socket needs it and then shared.
final class EventFrames {
  private final EventEnvelope envelope;
  private final RoomEvent event;
  private final Optional<String> sender;
  private final Map<Side, Optional<Outgoing>> updates = new EnumMap<>(Side.class);
  private @Nullable Outgoing own;
  private @Nullable Outgoing foreign;

  EventFrames(EventEnvelope envelope, RoomEvent event) {
    this.envelope = envelope;
    this.event = event;
    this.sender =
        event instanceof MessageSent sent ? Optional.of(sent.sender().key()) : Optional.empty();
  }

  UUID room() {
    return envelope.aggregateId();
  }

  long seq() {
    return envelope.sequence();
  }

  /// Who wrote, when the event is a message.
  Optional<String> sender() {
    return sender;
  }

  /// For a socket that joined the room; the sender's own get the id that the client chose.
  Optional<Outgoing> frameFor(String person) {
    if (sender.isPresent() && sender.get().equals(person)) {
      if (own == null) {
        own = frame(envelope.commandId());
      }
      return Optional.ofNullable(own);
    }
    if (foreign == null) {
      foreign = frame(null);
    }
    return Optional.ofNullable(foreign);
  }

  /// For a socket that did not join it, on that side of the room.
  Optional<Outgoing> updateFor(Side side) {
    return updates.computeIfAbsent(
        side,
        s -> RoomUpdates.of(envelope.sequence(), envelope.time(), event, s).map(Outgoing::of));
  }

  private @Nullable Outgoing frame(@Nullable UUID clientMessageId) {
    return RoomFrames.of(envelope.sequence(), envelope.time(), clientMessageId, event)
        .map(Outgoing::of)
        .orElse(null);
  }
}
