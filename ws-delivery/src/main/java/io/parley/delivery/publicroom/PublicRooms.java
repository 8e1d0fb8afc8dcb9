package io.parley.delivery.publicroom;

import io.parley.delivery.DeliveryProperties;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.PublicRoomEvent;
import io.parley.schemas.signal.Signal;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// The public rooms that somebody on this node is in, or comes into.
@Component
public final class PublicRooms {
  private final DeliveryProperties properties;
  private final Later later;
  private final ConcurrentHashMap<UUID, RoomHere> rooms = new ConcurrentHashMap<>();

  PublicRooms(DeliveryProperties properties, Later later) {
    this.properties = properties;
    this.later = later;
  }

  /// Whether anybody here is to be shown what happens in this room. Whoever entered before this
  /// was called is.
  public boolean isSeen(UUID room) {
    return rooms.containsKey(room);
  }

  /// An event of a room that is seen.
  public void event(EventEnvelope envelope) {
    var room = rooms.get(envelope.aggregateId());
    if (room != null && envelope.data() instanceof PublicRoomEvent event) {
      room.event(envelope.sequence(), envelope.time(), event, Instant.now());
    }
  }

  /// An event, of a version newer than this one, of a room that is seen.
  public void unknown(UUID id, long sequence) {
    var room = rooms.get(id);
    if (room != null) {
      room.unknown(sequence);
    }
  }

  /// A sign of typing.
  public void sign(Signal.VisitorTyping sign) {
    var room = rooms.get(sign.roomId());
    if (room != null) {
      room.sign(sign.visitor().id(), sign.typing(), Instant.now());
    }
  }

  /// How many are seen.
  public int count() {
    return rooms.size();
  }

  void tick(Instant now) {
    rooms.values().forEach(room -> room.tick(now));
  }

  /// What happens in the room is held for this socket from now on.
  RoomHere enter(UUID id, Seat seat) {
    return rooms.compute(
        id,
        (_, present) -> {
          if (present != null && present.enter(seat)) {
            return present;
          }
          var fresh = new RoomHere(id, properties, later);
          fresh.enter(seat);
          return fresh;
        });
  }

  void leave(RoomHere room, Seat seat) {
    if (room.leave(seat)) {
      rooms.computeIfPresent(
          room.id(), (_, present) -> present == room && room.seats() == 0 ? null : present);
    }
  }
}
