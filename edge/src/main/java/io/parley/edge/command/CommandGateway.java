package io.parley.edge.command;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.edge.EdgeProperties;
import io.parley.edge.KafkaClients;
import io.parley.edge.problem.Problem;
import io.parley.edge.trace.Spans;
import io.parley.schemas.Topics;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// Sends commands and brings back what became of them.
///
/// Commands of one caller to one aggregate are decided in the order in which they are submitted.
public final class CommandGateway implements SmartLifecycle {
  private static final int RETRY_AFTER = 1;
  private static final int MIN_DELIVERY_MS = 1_000;
  private static final int MAX_REQUEST_MS = 5_000;

  private final KafkaClients clients;
  private final Topics topics;
  private final EdgeProperties properties;
  private final int replyPartition;
  private final Waiting waiting;
  private final GatewayMeters meters;
  private final Spans spans;
  private @Nullable Producer<String, byte[]> producer;
  private @Nullable ReplyTail tail;

  /// Reads its replies from one of that many partitions.
  public CommandGateway(
      KafkaClients clients,
      Topics topics,
      int replyPartitions,
      EdgeProperties properties,
      MeterRegistry registry,
      Spans spans) {
    this.clients = clients;
    this.topics = topics;
    this.properties = properties;
    this.replyPartition = ThreadLocalRandom.current().nextInt(replyPartitions);
    this.waiting = new Waiting(properties.maxCommandsInFlight());
    this.meters = new GatewayMeters(registry, waiting);
    this.spans = spans;
  }

  /// Sends a command. The future ends with its reply, or with a [Problem] (503): `overloaded` when
  /// there are too many commands under way and this one was not sent, `unavailable` when no answer
  /// came in time; the command may have been done all the same then, or be done later, and sending
  /// it again with the same id is safe. Blocks only while the buffer is full, bounded.
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
    var step = spans.begin("command", traceparent);
    step.tag("parley.command", command.command().getClass().getSimpleName());
    long start = System.nanoTime();
    return send(command, step.traceparent(), unhurried)
        .whenComplete(
            (reply, failure) -> {
              meters.answered(start, reply, failure);
              if (failure != null) {
                step.failed(failure);
              }
              step.close();
            })
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(problem(failure)));
  }

  private static Throwable problem(Throwable failure) {
    var cause = failure instanceof CompletionException e ? e.getCause() : failure;
    return cause == null || cause instanceof TimeoutException ? unavailable() : cause;
  }

  private CompletableFuture<Reply> send(
      CommandEnvelope command, String traceparent, boolean unhurried) {
    var sending = producer;
    if (sending == null) {
      return CompletableFuture.failedFuture(unavailable());
    }
    var ticket = waiting.enter();
    if (ticket == null) {
      return CompletableFuture.failedFuture(overloaded());
    }
    var record = record(command, ticket.id(), traceparent);
    if (unhurried) {
      record.headers().add(CommandEnvelope.UNHURRIED, bytes("true"));
    }
    try {
      var _ =
          sending.send(
              record,
              (metadata, failure) -> {
                if (failure != null) {
                  ticket.reply().completeExceptionally(notSent(failure));
                }
              });
    } catch (RuntimeException e) {
      ticket.reply().completeExceptionally(unavailable());
    }
    return ticket.reply().orTimeout(properties.commandTimeout().toMillis(), TimeUnit.MILLISECONDS);
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

  /// What waits longest for room in the buffer has not been sent.
  private static Problem notSent(Exception failure) {
    return failure instanceof BufferExhaustedException ? overloaded() : unavailable();
  }

  private static Problem overloaded() {
    return Problem.unavailable("overloaded", "Too many commands are under way.", RETRY_AFTER);
  }

  private static Problem unavailable() {
    return Problem.unavailable(
        "unavailable",
        "No answer came in time; sending the same again with its id is safe.",
        RETRY_AFTER);
  }

  @Override
  public void start() {
    tail = new ReplyTail(clients, topics.replies(), replyPartition, waiting);
    tail.start();
    producer = clients.producer(bounds());
  }

  private Map<String, Object> bounds() {
    long timeout = properties.commandTimeout().toMillis();
    int delivery = Math.toIntExact(Math.max(timeout, MIN_DELIVERY_MS));
    return Map.of(
        ProducerConfig.BUFFER_MEMORY_CONFIG, properties.commandBufferBytes(),
        ProducerConfig.MAX_BLOCK_MS_CONFIG, properties.commandMaxBlock().toMillis(),
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.min(delivery, MAX_REQUEST_MS),
        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, delivery);
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
