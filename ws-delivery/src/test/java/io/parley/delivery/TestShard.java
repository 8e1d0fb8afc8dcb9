package io.parley.delivery;

import io.parley.schemas.Ids;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import io.parley.schemas.Topics;
import io.parley.schemas.Unread;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.PublicRoomCommand;
import io.parley.schemas.command.Role;
import io.parley.schemas.command.RoomCommand;
import io.parley.schemas.command.VisitorCommand;
import io.parley.schemas.event.RoomEvent;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import io.parley.schemas.reply.Reply;
import io.parley.schemas.view.MessageView;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Stands in for the command side: answers commands over Kafka, as simply as a test needs it.
final class TestShard implements AutoCloseable {
  /// A content that is refused with `room_full`.
  static final String REFUSED = "refuse this";

  /// A content that gets no answer.
  static final String IGNORED = "ignore this";

  private final Topics topics;
  private final TestRooms rooms;
  private final TestPublicRooms publicRooms;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<UUID, Reply.Accepted> accepted = new HashMap<>();
  private final Thread thread;

  TestShard(String bootstrapServers, Topics topics, TestRooms rooms, TestPublicRooms publicRooms) {
    this.publicRooms = publicRooms;
    this.topics = topics;
    this.rooms = rooms;
    this.consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    var partitions =
        consumer.partitionsFor(topics.commands()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    this.thread = Thread.ofPlatform().name("test-shard").start(this::run);
  }

  private void run() {
    try (consumer) {
      while (true) {
        consumer.poll(Duration.ofSeconds(1)).forEach(this::answer);
      }
    } catch (WakeupException e) {
      // closed
    }
  }

  private void answer(ConsumerRecord<String, byte[]> record) {
    var envelope = CommandEnvelope.fromBytes(record.value());
    if (envelope.command() instanceof RoomCommand.SendMessage(_, var content, _, _)
        && content.equals(IGNORED)) {
      return;
    }
    reply(envelope).ifPresent(reply -> answer(record, reply));
  }

  private void answer(ConsumerRecord<String, byte[]> record, Reply reply) {
    int partition = Integer.parseInt(text(record, CommandEnvelope.REPLY_PARTITION));
    var answer =
        new ProducerRecord<String, byte[]>(topics.replies(), partition, null, reply.toBytes());
    answer.headers().add(header(record, CommandEnvelope.REPLY_TO));
    rooms.writeLater(answer);
  }

  private Optional<Reply> reply(CommandEnvelope envelope) {
    return switch (envelope.command()) {
      case PublicRoomCommand asked -> publicRooms.reply(envelope, asked);
      case VisitorCommand _ -> Optional.of(accept(envelope.commandId(), new Outcome.Done()));
      default -> Optional.of(conversation(envelope));
    };
  }

  private Reply conversation(CommandEnvelope envelope) {
    UUID id = envelope.commandId();
    UUID room = envelope.command().aggregateId();
    var before = accepted.get(id);
    if (before != null) {
      return new Reply.Accepted(id, before.partition(), before.offset(), true, before.outcome());
    }
    if (rooms.nextSeq(room) == 1) {
      return new Reply.Rejected(id, Refusal.ROOM_NOT_FOUND);
    }
    return switch (envelope.command()) {
      case RoomCommand.SendMessage send when send.content().equals(REFUSED) ->
          new Reply.Rejected(id, Refusal.ROOM_FULL);
      case RoomCommand.SendMessage send -> accept(id, send(envelope.actor(), send, id));
      case RoomCommand.MarkRead read -> accept(id, read(envelope.actor(), read, id));
      default -> new Reply.Rejected(id, Refusal.NOT_ALLOWED);
    };
  }

  private Reply accept(UUID id, Outcome outcome) {
    var reply = new Reply.Accepted(id, 0, 0, false, outcome);
    accepted.put(id, reply);
    return reply;
  }

  private Outcome send(Actor actor, RoomCommand.SendMessage send, UUID id) {
    UUID message = Ids.event(send.roomId(), rooms.nextSeq(send.roomId()));
    var event =
        rooms.append(
            new RoomEvent.MessageSent(
                send.roomId(),
                message,
                person(actor),
                send.content(),
                send.messageType(),
                send.fileUrl(),
                new Unread(0, 1)),
            id);
    return new Outcome.MessageNow(
        MessageView.sent(
            message,
            send.roomId(),
            event.sequence(),
            person(actor),
            send.content(),
            send.messageType(),
            send.fileUrl(),
            event.time()));
  }

  private Outcome read(Actor actor, RoomCommand.MarkRead read, UUID id) {
    long upTo = rooms.nextSeq(read.roomId()) - 1;
    rooms.append(new RoomEvent.MessagesRead(read.roomId(), person(actor), upTo, Unread.NONE), id);
    return new Outcome.ReadNow(read.roomId(), upTo, 0);
  }

  private static Person person(Actor actor) {
    return switch (actor) {
      case Actor.Guest guest -> guest.person();
      case Actor.Account account ->
          Person.account(
              account.is(Role.VENDOR) ? ParticipantRole.VENDOR : ParticipantRole.BUYER,
              account.accountId(),
              account.username());
      case Actor.Visitor _, Actor.Policy _ -> throw new IllegalStateException(actor.key());
    };
  }

  private static Header header(ConsumerRecord<String, byte[]> record, String name) {
    return record.headers().lastHeader(name);
  }

  private static String text(ConsumerRecord<String, byte[]> record, String name) {
    return new String(header(record, name).value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
