package io.parley.delivery.fanout;

import io.parley.delivery.publicroom.PublicRooms;
import io.parley.delivery.session.ChatSession;
import io.parley.delivery.session.People;
import io.parley.delivery.session.Subscription;
import io.parley.delivery.session.Subscriptions;
import io.parley.delivery.ticket.Tickets;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.RoomEvent;
import io.parley.schemas.event.UnknownEventType;
import io.parley.schemas.signal.Signal;
import java.time.InstantSource;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Brings an event to the sockets here that are to see it. Looks at the key and the audience only,
/// until somebody is; then reads it once and writes each of its frames once.
@Component
final class Fanout implements LogRecords {
  private final Subscriptions subscriptions;
  private final People people;
  private final TypingBoard typing;
  private final PublicRooms publicRooms;
  private final Tickets tickets;
  private final InstantSource clock = InstantSource.system();
  private final NewestSequences newest = new NewestSequences(50_000);

  Fanout(
      Subscriptions subscriptions,
      People people,
      TypingBoard typing,
      PublicRooms publicRooms,
      Tickets tickets) {
    this.subscriptions = subscriptions;
    this.people = people;
    this.typing = typing;
    this.publicRooms = publicRooms;
    this.tickets = tickets;
  }

  @Override
  public boolean event(@Nullable String key, @Nullable String audience, byte[] value) {
    var room = room(key);
    if (room == null) {
      return false;
    }
    if (publicRooms.isSeen(room)) {
      publicEvent(room, value);
      return true;
    }
    var joined = subscriptions.of(room);
    var keys = audience == null ? List.<String>of() : List.of(audience.split(" "));
    var others = othersAmong(keys, room);
    if (joined.isEmpty() && others.isEmpty()) {
      return false;
    }
    var envelope = EventEnvelope.fromBytes(value);
    if (envelope.data() instanceof RoomEvent event && newest.isNew(room, envelope.sequence())) {
      deliver(new EventFrames(envelope, event), joined, others, keys);
      return true;
    }
    return false;
  }

  private void publicEvent(UUID room, byte[] value) {
    try {
      publicRooms.event(EventEnvelope.fromBytes(value));
    } catch (UnknownEventType e) {
      publicRooms.unknown(room, e.sequence());
    }
  }

  private void deliver(
      EventFrames frames, Set<Subscription> joined, Set<ChatSession> others, List<String> keys) {
    frames.sender().ifPresent(sender -> typing.stop(frames.room(), sender));
    for (var subscription : joined) {
      frames
          .frameFor(subscription.person())
          .ifPresent(frame -> subscription.live(frames.seq(), frame));
    }
    for (var other : others) {
      frames.updateFor(other.sideAmong(keys)).ifPresent(other::show);
    }
  }

  /// The sockets of those whom the event concerns that did not join the room.
  private Set<ChatSession> othersAmong(List<String> audience, UUID room) {
    Set<ChatSession> others = Set.of();
    for (String key : audience) {
      for (var session : people.of(key)) {
        if (!session.isIn(room)) {
          others = others.isEmpty() ? newSet() : others;
          others.add(session);
        }
      }
    }
    return others;
  }

  private static Set<ChatSession> newSet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  @Override
  public void signal(@Nullable String key, byte[] value) {
    var room = room(key);
    boolean isTicket = key != null && key.startsWith(Signal.TICKET);
    if (isTicket || (room != null && isSeen(room))) {
      switch (Signal.fromBytes(value)) {
        case Signal.Typing sign -> typing.sign(sign, clock.instant());
        case Signal.VisitorTyping sign -> publicRooms.sign(sign);
        case Signal.TicketIssued issued -> tickets.take(issued);
        case Signal.TicketUsed used -> tickets.take(used);
        case Signal.NodeAlive _ -> {}
      }
    }
  }

  private boolean isSeen(UUID room) {
    return publicRooms.isSeen(room) || !subscriptions.of(room).isEmpty();
  }

  @Override
  public void signalsMissed() {
    tickets.missedSome();
  }

  private static @Nullable UUID room(@Nullable String key) {
    try {
      return key == null ? null : UUID.fromString(key);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
