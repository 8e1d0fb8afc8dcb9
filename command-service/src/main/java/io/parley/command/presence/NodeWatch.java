package io.parley.command.presence;

import io.parley.edge.KafkaClients;
import io.parley.schemas.Topics;
import io.parley.schemas.signal.Signal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import tools.jackson.core.JacksonException;

/// Listens to the signs of life of the ws-delivery nodes, which go to partition 0 of
/// `chat.signals`, and gives its own there, so that it can tell their silence from its own
/// deafness; see [LifeSigns].
public final class NodeWatch implements SmartLifecycle, Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(NodeWatch.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final int PARTITION = 0;

  private final KafkaClients clients;
  private final TopicPartition place;
  private final Duration beat;
  private final UUID me = UUID.randomUUID();
  private final LifeSigns signs;
  private volatile boolean closing;
  private @Nullable Thread thread;
  private long beatAt;

  /// Not running until [#start]. It gives a sign every `beat`; who was silent for `silence` is
  /// lost.
  public NodeWatch(KafkaClients clients, Topics topics, Duration beat, Duration silence) {
    this.clients = clients;
    this.place = new TopicPartition(topics.signals(), PARTITION);
    this.beat = beat;
    this.signs = new LifeSigns(silence, beat.multipliedBy(5).dividedBy(3));
  }

  /// Whether this node is lost now. While this one does not hear itself, none is.
  public boolean isLost(UUID nodeId) {
    synchronized (signs) {
      return signs.isLost(nodeId, System.nanoTime());
    }
  }

  @Override
  public void run() {
    try (var consumer =
            clients.consumer(Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest"));
        var producer = producer()) {
      consumer.assign(List.of(place));
      consumer.seekToEnd(List.of(place));
      beatAt = System.nanoTime() - beat.toNanos();
      while (!closing) {
        step(consumer, producer);
      }
    }
  }

  /// A sign that could not be given in time is worth nothing later.
  private Producer<String, byte[]> producer() {
    int beatMs = Math.toIntExact(beat.toMillis());
    return clients.producer(
        Map.of(
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, beatMs,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, beatMs));
  }

  private void step(Consumer<String, byte[]> consumer, Producer<String, byte[]> producer) {
    try {
      if (System.nanoTime() - beatAt >= beat.toNanos()) {
        beatAt = System.nanoTime();
        var sign = new Signal.NodeAlive(me, null).toBytes();
        var _ =
            producer.send(
                new ProducerRecord<>(place.topic(), place.partition(), Signal.NODE, sign));
      }
      consumer.poll(POLL).forEach(this::hear);
    } catch (RuntimeException e) {
      LOG.warn("The signs of life of other nodes cannot be heard for the moment", e);
    }
  }

  /// Typing comes by here too; only the key tells, before anything is parsed.
  private void hear(ConsumerRecord<String, byte[]> record) {
    if (!Signal.NODE.equals(record.key())) {
      return;
    }
    try {
      if (Signal.fromBytes(record.value()) instanceof Signal.NodeAlive alive) {
        hear(alive.nodeId());
      }
    } catch (JacksonException e) {
      LOG.warn("A sign of life cannot be read", e);
    }
  }

  private void hear(UUID node) {
    synchronized (signs) {
      if (node.equals(me)) {
        signs.heardMyself(System.nanoTime());
      } else {
        signs.heard(node, System.nanoTime());
      }
    }
  }

  @Override
  public void start() {
    closing = false;
    thread = Thread.ofPlatform().name("node-watch").start(this);
  }

  @Override
  public void stop() {
    closing = true;
    if (thread != null) {
      try {
        thread.join(Duration.ofSeconds(5));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return thread != null && thread.isAlive();
  }

  @Override
  public int getPhase() {
    return 0;
  }
}
