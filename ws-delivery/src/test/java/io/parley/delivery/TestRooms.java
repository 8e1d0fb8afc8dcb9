package io.parley.delivery;

import static io.parley.schemas.ConversationKind.DIRECT;

import io.parley.schemas.Ids;
import io.parley.schemas.Json;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import io.parley.schemas.Topics;
import io.parley.schemas.event.Aggregate;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.EventHeaders;
import io.parley.schemas.event.EventTypes;
import io.parley.schemas.event.RoomEvent;
import io.parley.schemas.view.RoomEventView;
import io.parley.schemas.view.RoomHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// Rooms whose events this test writes to the log and remembers, as shard and projection would.
final class TestRooms implements AutoCloseable {
  private final Topics topics;
  private final KafkaProducer<String, byte[]> producer;
  private final Map<UUID, List<EventEnvelope>> rooms = new HashMap<>();
  private final Map<UUID, List<String>> audiences = new HashMap<>();

  TestRooms(String bootstrapServers, Topics topics) {
    this.topics = topics;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  static Person buyer(int account) {
    return Person.account(
        ParticipantRole.BUYER, new MarketplaceId(String.valueOf(account)), "user" + account);
  }

  static Person vendor(int account) {
    return Person.account(
        ParticipantRole.VENDOR, new MarketplaceId(String.valueOf(account)), "user" + account);
  }

  /// A new room of this buyer with this vendor; its first event is in the log.
  UUID open(Person buyer, int vendor) {
    UUID room = UUID.randomUUID();
    open(room, buyer, vendor);
    return room;
  }

  synchronized void open(UUID room, Person buyer, int vendor) {
    rooms.put(room, new ArrayList<>());
    audiences.put(room, List.of("vendor:" + vendor, buyer.key()));
    append(
        new RoomEvent.ConversationStarted(
            room, DIRECT, new MarketplaceId(String.valueOf(vendor)), null, buyer),
        UUID.randomUUID());
  }

  /// The room's next event, in the log when this returns.
  synchronized EventEnvelope append(RoomEvent event, UUID commandId) {
    var event1 = remember(event, commandId);
    write(event1);
    return event1;
  }

  /// The room's next event, known to the history and not yet in the log.
  synchronized EventEnvelope remember(RoomEvent event, UUID commandId) {
    UUID room = roomOf(event);
    var events = rooms.getOrDefault(room, new ArrayList<>());
    long seq = events.size() + 1L;
    var envelope =
        new EventEnvelope(
            Ids.event(room, seq),
            EventTypes.nameOf(event.getClass()),
            Aggregate.ROOM,
            room,
            seq,
            Instant.now(),
            commandId,
            "0123456789abcdef",
            seq,
            null,
            event);
    events.add(envelope);
    return envelope;
  }

  /// Into the log, (once) again.
  RecordMetadata write(EventEnvelope event) {
    var audience = audienceOf(event.aggregateId());
    var record =
        new ProducerRecord<>(topics.events(), event.aggregateId().toString(), event.toBytes());
    EventHeaders.of(event, audience).forEach(record.headers()::add);
    return write(record);
  }

  /// Anything into any topic.
  RecordMetadata write(ProducerRecord<String, byte[]> record) {
    try {
      return producer.send(record).get(10, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The same, without waiting until it is there.
  void writeLater(ProducerRecord<String, byte[]> record) {
    var _ = producer.send(record);
  }

  synchronized long nextSeq(UUID room) {
    return rooms.getOrDefault(room, List.of()).size() + 1L;
  }

  private synchronized List<String> audienceOf(UUID room) {
    return audiences.getOrDefault(room, List.of());
  }

  boolean isConcerned(UUID room, String key, @Nullable String vendor) {
    var audience = audienceOf(room);
    return audience.contains(key) || (vendor != null && audience.contains(vendor));
  }

  synchronized Optional<RoomHistory> history(UUID room, String caller, long after, int limit) {
    return Optional.ofNullable(rooms.get(room))
        .map(
            events -> {
              var page =
                  events.stream()
                      .filter(e -> e.sequence() > after)
                      .limit(limit)
                      .map(e -> view(e, caller))
                      .toList();
              long seq = events.size();
              long end = page.isEmpty() ? seq : page.getLast().seq();
              return new RoomHistory(room, seq, end < seq, page);
            });
  }

  private static RoomEventView view(EventEnvelope event, String caller) {
    if (event.data() instanceof RoomEvent.ConversationReported
        || event.data() instanceof RoomEvent.ReportsClosed) {
      var nothing = Json.mapper().createObjectNode();
      return new RoomEventView(event.sequence(), RoomEventView.NOTED, event.time(), null, nothing);
    }
    boolean own =
        event.data() instanceof RoomEvent.MessageSent sent && sent.sender().key().equals(caller);
    return new RoomEventView(
        event.sequence(),
        event.type(),
        event.time(),
        own ? event.commandId() : null,
        Json.mapper().valueToTree(event.data()));
  }

  private static UUID roomOf(RoomEvent event) {
    return switch (event) {
      case RoomEvent.ConversationStarted e -> e.roomId();
      case RoomEvent.ConversationForwarded e -> e.roomId();
      case RoomEvent.MessageSent e -> e.roomId();
      case RoomEvent.MessageEdited e -> e.roomId();
      case RoomEvent.MessageDeleted e -> e.roomId();
      case RoomEvent.MessagesRead e -> e.roomId();
      case RoomEvent.ConversationArchived e -> e.roomId();
      case RoomEvent.ConversationUnarchived e -> e.roomId();
      case RoomEvent.ParticipantAttached e -> e.roomId();
      case RoomEvent.ConversationReported e -> e.roomId();
      case RoomEvent.ReportsClosed e -> e.roomId();
    };
  }

  @Override
  public void close() {
    producer.close();
  }
}
