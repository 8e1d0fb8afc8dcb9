package io.parley.command.shard;

import io.parley.command.People;
import io.parley.command.Story;
import io.parley.schemas.Ids;
import io.parley.schemas.MessageType;
import io.parley.schemas.Topics;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.Command;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.Role;
import io.parley.schemas.command.RoomCommand.MarkRead;
import io.parley.schemas.command.RoomCommand.SendMessage;
import io.parley.schemas.command.RoomCommand.StartConversation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Writes the log of many rooms, as shards would have written it over a long time: each room is
/// opened, and then buyer and vendor write and read by turns. Round by round through all rooms of
/// a partition, an hour apart, so that no room's events stand together.
///
/// Their commands are not written: one record in each partition stands for all of them, and is the
/// command that every event names.
final class BigLog {
  private static final long COMMAND_OFFSET = 0;
  private static final byte[] NO_COMMAND = {};

  private final Topics topics;
  private final int partitions;

  BigLog(Topics topics, int partitions) {
    this.topics = topics;
    this.partitions = partitions;
  }

  private record Room(UUID id, Actor.Account buyer) {}

  /// So many rooms with so many events each.
  void write(String bootstrapServers, int rooms, int eventsPerRoom) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            bootstrapServers,
            "compression.type",
            "lz4",
            "batch.size",
            512 * 1024,
            "linger.ms",
            50,
            "buffer.memory",
            64L * 1024 * 1024);
    try (var producer =
        new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
      var byPartition = byPartition(rooms);
      for (int partition = 0; partition < partitions; partition++) {
        write(producer, partition, byPartition.get(partition), eventsPerRoom);
      }
    }
  }

  private List<List<Room>> byPartition(int rooms) {
    var all = new ArrayList<List<Room>>();
    for (int partition = 0; partition < partitions; partition++) {
      all.add(new ArrayList<>());
    }
    for (int i = 0; i < rooms; i++) {
      var buyer = People.account("9" + i, "خریدار " + i, Role.BUYER);
      var id = Ids.room(buyer.key(), People.SHOP.value(), People.SAFFRON.id().value());
      byte[] key = id.toString().getBytes(StandardCharsets.UTF_8);
      all.get(BuiltInPartitioner.partitionForKey(key, partitions)).add(new Room(id, buyer));
    }
    return all;
  }

  private void write(
      KafkaProducer<String, byte[]> producer, int partition, List<Room> rooms, int rounds) {
    var _ = producer.send(new ProducerRecord<>(topics.commands(), partition, null, NO_COMMAND));
    var shard = Shards.inHeap();
    long number = 0;
    for (int round = 0; round < rounds; round++) {
      for (var room : rooms) {
        var command =
            new CommandEnvelope(
                new UUID(partition, number++), actor(room, round), command(room, round));
        var time = Story.NINE.plusSeconds(3600L * round);
        var step = shard.handle(COMMAND_OFFSET, time, command);
        if (!(step instanceof Step.Appended appended)) {
          throw new IllegalStateException("nothing happened at " + command + ": " + step);
        }
        var _ =
            producer.send(
                new ProducerRecord<>(
                    topics.events(), partition, room.id().toString(), appended.value()));
      }
    }
  }

  private static Actor actor(Room room, int round) {
    return round % 4 < 2 ? room.buyer() : People.ALI;
  }

  private static Command command(Room room, int round) {
    if (round == 0) {
      return new StartConversation(room.id(), People.SHOP, People.SAFFRON);
    }
    return round % 4 == 2
        ? new MarkRead(room.id(), null)
        : new SendMessage(
            room.id(), "زعفران هنوز موجود است؟ 🌷 ".repeat(1 + round % 3), MessageType.TEXT, null);
  }
}
