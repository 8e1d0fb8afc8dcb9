package io.parley.cluster.fault;

import io.parley.schemas.ConversationKind;
import io.parley.schemas.Ids;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.MessageType;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import io.parley.schemas.Unread;
import io.parley.schemas.event.Aggregate;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.EventTypes;
import io.parley.schemas.event.RoomEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A room's log as a shard would have written it, for those who want to break it.
final class GivenLog {
  static final UUID ROOM = new UUID(1, 1);
  private static final Person BUYER =
      Person.account(ParticipantRole.BUYER, new MarketplaceId("42"), "سارا");

  private final List<byte[]> values = new ArrayList<>();
  private final List<UUID> commands = new ArrayList<>();
  private @Nullable String hash;

  /// A conversation with these messages.
  static GivenLog of(String... contents) {
    var log = new GivenLog();
    var vendor = new MarketplaceId("7");
    log.append(
        UUID.randomUUID(),
        new RoomEvent.ConversationStarted(ROOM, ConversationKind.DIRECT, vendor, null, BUYER));
    for (String content : contents) {
      log.message(UUID.randomUUID(), content);
    }
    return log;
  }

  void message(UUID command, String content) {
    long seq = values.size() + 1L;
    var data =
        new RoomEvent.MessageSent(
            ROOM, Ids.event(ROOM, seq), BUYER, content, MessageType.TEXT, null, Unread.NONE);
    append(command, data);
  }

  private void append(UUID command, RoomEvent data) {
    long seq = values.size() + 1L;
    byte[] value =
        new EventEnvelope(
                Ids.event(ROOM, seq),
                EventTypes.nameOf(data.getClass()),
                Aggregate.ROOM,
                ROOM,
                seq,
                Instant.EPOCH,
                command,
                "digest",
                seq,
                hash,
                data)
            .toBytes();
    hash = EventEnvelope.hashOf(value);
    values.add(value);
    commands.add(command);
  }

  UUID command(int sequence) {
    return commands.get(sequence - 1);
  }

  List<byte[]> values() {
    return values;
  }

  /// What an auditor finds in these records.
  static LogFacts read(List<byte[]> values) {
    var facts = new LogFacts();
    values.forEach(value -> facts.take(ROOM.toString(), value));
    return facts;
  }

  LogFacts facts() {
    return read(values);
  }
}
