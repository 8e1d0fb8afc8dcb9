package io.parley.cluster.fault;

import io.parley.schemas.Ids;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.RoomEvent;
import io.parley.schemas.event.RoomEvent.MessageSent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an auditor learns from the log by the reader's rule, taken in record by record: it keeps
/// what the checks need, and what is wrong.
final class LogFacts {
  private static final int ENOUGH = 50;

  private static final class Chain {
    private final Longs values = new Longs();
    private final Longs events = new Longs();
    private @Nullable String hash;
  }

  /// A message as it stands in the log.
  record Message(UUID room, long seq, UUID message, long content) {}

  private final Map<UUID, Chain> chains = new HashMap<>();
  private final Map<UUID, Message> messages = new HashMap<>();
  private final List<String> wrong = new ArrayList<>();
  private long records;
  private long repeated;

  void take(@Nullable String key, byte[] value) {
    records++;
    var event = EventEnvelope.fromBytes(value);
    if (!event.aggregateId().toString().equals(key)) {
      wrong("the key is " + key, event);
    }
    var chain = chains.computeIfAbsent(event.aggregateId(), _ -> new Chain());
    long last = chain.values.size();
    if (event.sequence() <= last) {
      repeat(chain, event, value);
    } else if (event.sequence() > last + 1) {
      wrong("a gap after " + last, event);
    } else {
      next(chain, event, value);
    }
  }

  /// A zombie has written what the new owner had written: dropped, but it has to be the same.
  private void repeat(Chain chain, EventEnvelope event, byte[] value) {
    repeated++;
    if (chain.values.get((int) event.sequence() - 1) != Fingerprint.of(value)) {
      wrong("it differs from the first one with its sequence", event);
    }
  }

  private void next(Chain chain, EventEnvelope event, byte[] value) {
    if (!Objects.equals(event.prevHash(), chain.hash)) {
      wrong("the chain breaks", event);
    }
    if (!event.id().equals(Ids.event(event.aggregateId(), event.sequence()))) {
      wrong("the id is not derived", event);
    }
    chain.hash = EventEnvelope.hashOf(value);
    chain.values.add(Fingerprint.of(value));
    chain.events.add(event.data() instanceof RoomEvent room ? Fingerprint.of(room) : 0);
    if (event.data() instanceof MessageSent sent) {
      message(event, sent);
    }
  }

  private void message(EventEnvelope event, MessageSent sent) {
    var message =
        new Message(
            sent.roomId(), event.sequence(), sent.messageId(), Fingerprint.of(sent.content()));
    var before = messages.putIfAbsent(event.commandId(), message);
    if (before != null) {
      wrong("one send made two messages, the other is " + before, event);
    }
  }

  private void wrong(String what, EventEnvelope event) {
    if (wrong.size() < ENOUGH) {
      wrong.add("%s: event %d of %s".formatted(what, event.sequence(), event.aggregateId()));
    }
  }

  /// Gaps, breaks in a chain, conflicts, doubles.
  List<String> wrong() {
    return List.copyOf(wrong);
  }

  /// The messages by the ids that their senders gave them.
  Map<UUID, Message> messages() {
    return messages;
  }

  /// The fingerprints of a room's events, in order.
  Longs events(UUID room) {
    var chain = chains.get(room);
    return chain == null ? new Longs() : chain.events;
  }

  @Override
  public String toString() {
    return "%d records, %d of them dropped by the reader's rule, %d aggregates, %d messages"
        .formatted(records, repeated, chains.size(), messages.size());
  }
}
