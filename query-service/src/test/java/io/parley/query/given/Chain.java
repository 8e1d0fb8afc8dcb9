package io.parley.query.given;

import io.parley.schemas.Ids;
import io.parley.schemas.event.Aggregate;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.EventTypes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The events of one aggregate, each linked to the one before.
final class Chain {
  /// One clock for all, so that times tell the order in which things were made.
  private static final AtomicLong CLOCK =
      new AtomicLong(Instant.parse("2026-11-22T10:00:00Z").toEpochMilli());

  private final Aggregate aggregate;
  private final UUID aggregateId;
  private final List<EventEnvelope> events = new ArrayList<>();
  private @Nullable String previousHash;

  private Chain(Aggregate aggregate, UUID aggregateId) {
    this.aggregate = aggregate;
    this.aggregateId = aggregateId;
  }

  static Chain ofRoom(UUID roomId) {
    return new Chain(Aggregate.ROOM, roomId);
  }

  static Chain ofGuest(UUID guestId) {
    return new Chain(Aggregate.GUEST, guestId);
  }

  static Chain ofPublicRoom(UUID roomId) {
    return new Chain(Aggregate.PUBLIC_ROOM, roomId);
  }

  static Chain ofCannedReplies(UUID repliesId) {
    return new Chain(Aggregate.CANNED_REPLIES, repliesId);
  }

  static Chain ofVisitor(UUID visitorId) {
    return new Chain(Aggregate.VISITOR, visitorId);
  }

  UUID aggregateId() {
    return aggregateId;
  }

  List<EventEnvelope> events() {
    return List.copyOf(events);
  }

  void add(Event event) {
    long sequence = events.size() + 1L;
    var envelope =
        new EventEnvelope(
            Ids.event(aggregateId, sequence),
            EventTypes.nameOf(event.getClass()),
            aggregate,
            aggregateId,
            sequence,
            Instant.ofEpochMilli(CLOCK.addAndGet(1_000)),
            Ids.derived(aggregateId, "command " + sequence),
            "0123456789abcdef",
            sequence,
            previousHash,
            event);
    previousHash = EventEnvelope.hashOf(envelope.toBytes());
    events.add(envelope);
  }
}
