package io.parley.edge.command;

import io.parley.edge.EdgeProperties;
import io.parley.edge.KafkaClients;
import io.parley.edge.problem.Problem;
import io.parley.schemas.Topics;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// Sends commands and brings back what became of them.
///
/// Commands of one caller to one aggregate are decided in the order in which they are submitted.
public final class CommandGateway implements SmartLifecycle {
  private final KafkaClients clients;
  private final Topics topics;
  private final EdgeProperties properties;
  private final int replyPartition;
  private final Waiting waiting;
  private @Nullable Producer<String, byte[]> producer;
  private @Nullable ReplyTail tail;

  /// Reads its replies from one of that many partitions.
  public CommandGateway(
      KafkaClients clients, Topics topics, int replyPartitions, EdgeProperties properties) {
    this.clients = clients;
    this.topics = topics;
    this.properties = properties;
    this.replyPartition = ThreadLocalRandom.current().nextInt(replyPartitions);
    this.waiting = new Waiting(properties.maxCommandsInFlight());
  }

  /// Sends a command. The future ends with its reply, or with a [Problem] (503) when there are too
  /// many commands under way or when no answer came in time; the command may have been done all
  /// the same then, and sending it again with the same id is safe.
  public CompletableFuture<Reply> submit(CommandEnvelope command, @Nullable String traceparent) {
    return submit(command, traceparent, false);
  }

  /// The same for those who see in another way that all is well: the reply may travel with others,
  /// [CommandEnvelope#UNHURRIED_MS] later.
  public CompletableFuture<Reply> submitUnhurried(CommandEnvelope command) {
    return submit(command, null, true);
  }

  private CompletableFuture<Reply> submit(
      CommandEnvelope command, @Nullable String traceparent, boolean unhurried) {
    var sending = producer;
    if (sending == null) {
      return CompletableFuture.failedFuture(unavailable());
    }
    var ticket = waiting.enter();
    if (ticket == null) {
      return CompletableFuture.failedFuture(
          Problem.unavailable("overloaded", "Too many commands are under way.", 1));
    }
    var record = record(command, ticket.id(), Traces.orNew(traceparent));
    if (unhurried) {
      record.headers().add(CommandEnvelope.UNHURRIED, bytes("true"));
    }
    try {
      var _ =
          sending.send(
              record,
              (metadata, failure) -> {
                if (failure != null) {
                  ticket.reply().completeExceptionally(unavailable());
                }
              });
    } catch (RuntimeException e) {
      ticket.reply().completeExceptionally(unavailable());
    }
    return ticket
        .reply()
        .orTimeout(properties.commandTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .exceptionallyCompose(
            e -> CompletableFuture.failedFuture(e instanceof TimeoutException ? unavailable() : e));
  }

  private ProducerRecord<String, byte[]> record(
      CommandEnvelope command, String replyTo, String traceparent) {
    var record =
        new ProducerRecord<>(
            topics.commands(), command.command().aggregateId().toString(), command.toBytes());
    record.headers().add(CommandEnvelope.REPLY_PARTITION, bytes(String.valueOf(replyPartition)));
    record.headers().add(CommandEnvelope.REPLY_TO, bytes(replyTo));
    record.headers().add(CommandEnvelope.TRACEPARENT, bytes(traceparent));
    return record;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Problem unavailable() {
    return Problem.unavailable(
        "unavailable", "No answer came in time; sending the same again with its id is safe.", 1);
  }

  @Override
  public void start() {
    tail = new ReplyTail(clients, topics.replies(), replyPartition, waiting);
    tail.start();
    producer = clients.producer(Map.of());
  }

  @Override
  public void stop() {
    if (producer != null) {
      producer.close(java.time.Duration.ofSeconds(2));
      producer = null;
    }
    if (tail != null) {
      tail.close();
      tail = null;
    }
    waiting.failAll(unavailable());
  }

  @Override
  public boolean isRunning() {
    return producer != null;
  }

  @Override
  public int getPhase() {
    return 0;
  }
}
