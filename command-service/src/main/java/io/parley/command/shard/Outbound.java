package io.parley.command.shard;

import io.parley.edge.KafkaClients;
import io.parley.edge.trace.Spans;
import io.parley.schemas.Topics;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.event.EventHeaders;
import io.parley.schemas.reply.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place that appends to the log. A failed append ends it: its producer is closed at once,
/// so that nothing queued behind the failure is still written and leaves a gap.
final class Outbound implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Outbound.class);

  private final Topics topics;
  private final Producer<String, byte[]> events;
  private final Producer<String, byte[]> replies;
  private final Producer<String, byte[]> unhurriedReplies;
  private final Semaphore places;
  private final KafkaClients clients;
  private final DeadLetters deadLetters;
  private final Spans spans;
  private volatile boolean failed;

  Outbound(KafkaClients clients, Topics topics, int maxInFlight, Spans spans) {
    this.topics = topics;
    this.clients = clients;
    this.events = clients.producer(Map.of());
    this.replies = replies(clients, 0);
    this.unhurriedReplies = replies(clients, CommandEnvelope.UNHURRIED_MS);
    this.places = new Semaphore(maxInFlight);
    this.deadLetters = new DeadLetters(events, topics.deadCommands());
    this.spans = spans;
  }

  private static Producer<String, byte[]> replies(KafkaClients clients, int lingerMs) {
    return clients.producer(
        Map.of(
            ProducerConfig.ACKS_CONFIG,
            "1",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            false,
            ProducerConfig.LINGER_MS_CONFIG,
            lingerMs));
  }

  /// Whether an append failed; then this one is of no use any more.
  boolean failed() {
    return failed;
  }

  /// Appends an event; calls back with its offset once it is in the log, never if that fails.
  /// Waits while too many are on their way.
  void append(int partition, Step.Appended step, Headers command, LongConsumer appended) {
    places.acquireUninterruptibly();
    var record =
        new ProducerRecord<>(
            topics.events(),
            partition,
            step.event().time().toEpochMilli(),
            step.event().aggregateId().toString(),
            step.value());
    EventHeaders.of(step.event(), step.audience()).forEach(record.headers()::add);
    var trace = command.lastHeader(CommandEnvelope.TRACEPARENT);
    byte[] context = trace == null ? null : trace.value();
    var span = spans.follow("decide", context);
    if (context != null) {
      record.headers().add(EventHeaders.TRACEPARENT, span.contextOr(context));
    }
    try {
      var _ =
          events.send(
              record,
              (metadata, failure) -> {
                places.release();
                span.close();
                if (failure == null) {
                  appended.accept(metadata.offset());
                } else {
                  fail(failure);
                }
              });
    } catch (RuntimeException e) {
      places.release();
      span.close();
      fail(e);
    }
  }

  /// Whether records of this key belong to this partition.
  boolean isPlaced(String key, int partition) {
    return clients.partitionOf(key) == partition;
  }

  /// Keeps a command that cannot be decided, and waits until it is kept. False when that failed;
  /// then so has this, and the command will be read again.
  boolean putAside(ConsumerRecord<String, byte[]> command, Undecided why) {
    try {
      deadLetters.keep(command, why);
      return true;
    } catch (ExecutionException | RuntimeException e) {
      fail(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(e);
    }
    return false;
  }

  private void fail(Exception failure) {
    if (!failed) {
      failed = true;
      LOG.error("An event could not be appended; its shards recover from the log", failure);
      events.close(Duration.ZERO);
    }
  }

  /// Tells whoever asked, if anybody waits. Never throws: where the answer cannot go, nobody
  /// waits.
  void reply(ConsumerRecord<String, byte[]> command, Reply reply) {
    var partition = command.headers().lastHeader(CommandEnvelope.REPLY_PARTITION);
    var to = command.headers().lastHeader(CommandEnvelope.REPLY_TO);
    if (partition == null || to == null) {
      return;
    }
    try {
      int place = Integer.parseInt(new String(partition.value(), StandardCharsets.UTF_8));
      boolean hurried = command.headers().lastHeader(CommandEnvelope.UNHURRIED) == null;
      send(hurried ? replies : unhurriedReplies, place, to.value(), reply);
    } catch (RuntimeException e) {
      lost(e);
    }
  }

  private void send(Producer<String, byte[]> producer, int place, byte[] to, Reply reply) {
    var record = new ProducerRecord<String, byte[]>(topics.replies(), place, null, reply.toBytes());
    record.headers().add(CommandEnvelope.REPLY_TO, to);
    var _ =
        producer.send(
            record,
            (_, failure) -> {
              if (failure != null) {
                lost(failure);
              }
            });
  }

  private static void lost(Exception why) {
    LOG.warn("A reply was lost; whoever asked will ask again", why);
  }

  @Override
  public void close() {
    events.close(failed ? Duration.ZERO : Duration.ofSeconds(5));
    replies.close(Duration.ofSeconds(1));
    unhurriedReplies.close(Duration.ofSeconds(1));
  }
}
