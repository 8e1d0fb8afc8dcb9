package io.parley.query.given;

import io.parley.edge.KafkaClients;
import io.parley.schemas.Access;
import io.parley.schemas.Topics;
import io.parley.schemas.command.AccessCommand.RecordAccess;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// A command side that accepts everything, or says nothing while it is silent. It writes no
/// events.
public final class GivenCommandSide implements SmartLifecycle {
  private final KafkaClients clients;
  private final Topics topics;
  private final List<CommandEnvelope> commands = new CopyOnWriteArrayList<>();
  private volatile boolean silent;
  private volatile boolean running;
  private @Nullable Thread thread;

  public GivenCommandSide(KafkaClients clients, Topics topics) {
    this.clients = clients;
    this.topics = topics;
  }

  /// What somebody's looks were recorded as, the oldest first.
  public List<Access> accessesOf(String actorKey) {
    return commands.stream()
        .filter(command -> command.actor().key().equals(actorKey))
        .map(command -> ((RecordAccess) command.command()).access())
        .toList();
  }

  /// Answers nothing until this ends.
  public void whileSilent(Runnable what) {
    silent = true;
    try {
      what.run();
    } finally {
      silent = false;
    }
  }

  private void run() {
    try (var consumer = clients.consumer(Map.of());
        var producer = clients.producer(Map.of())) {
      var partitions =
          consumer.partitionsFor(topics.commands()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (running) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> take(record, producer));
      }
    }
  }

  private void take(ConsumerRecord<String, byte[]> record, Producer<String, byte[]> producer) {
    if (silent) {
      return;
    }
    var command = CommandEnvelope.fromBytes(record.value());
    commands.add(command);
    var accepted =
        new Reply.Accepted(command.commandId(), record.partition(), 0, false, new Outcome.Done());
    int place = Integer.parseInt(header(record, CommandEnvelope.REPLY_PARTITION));
    var reply =
        new ProducerRecord<String, byte[]>(topics.replies(), place, null, accepted.toBytes());
    reply
        .headers()
        .add(
            CommandEnvelope.REPLY_TO,
            header(record, CommandEnvelope.REPLY_TO).getBytes(StandardCharsets.UTF_8));
    var _ = producer.send(reply);
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().daemon().name("given-command-side").start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    try {
      if (thread != null) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
