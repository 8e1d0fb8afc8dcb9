package io.parley.query.health;

import io.parley.edge.KafkaClients;
import io.parley.schemas.Topics;
import io.parley.schemas.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/// Which nodes serve sockets, by the signs of life that they give on partition 0 of
/// `chat.signals`. One that was silent for 15 s is not there any more; one is there with its first
/// sign after this instance began to listen.
@Component
public final class DeliveryNodes implements SmartLifecycle, Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryNodes.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
  private static final long SILENCE_NANOS = Duration.ofSeconds(15).toNanos();
  private static final int PARTITION = 0;

  private final KafkaClients clients;
  private final TopicPartition place;
  private final Map<UUID, Heard> heard = new ConcurrentHashMap<>();
  private volatile boolean closing;
  private volatile @Nullable Consumer<String, byte[]> polling;
  private @Nullable Thread thread;

  DeliveryNodes(KafkaClients clients, Topics topics) {
    this.clients = clients;
    this.place = new TopicPartition(topics.signals(), PARTITION);
  }

  /// A node with its open sockets, and when it last said so.
  public record Node(UUID nodeId, long sockets, Instant seenAt) {}

  private record Heard(Node node, long atNanos) {
    boolean isOver(long now) {
      return now - atNanos > SILENCE_NANOS;
    }
  }

  /// Those that are there.
  public List<Node> now() {
    long now = System.nanoTime();
    return heard.values().stream()
        .filter(one -> !one.isOver(now))
        .map(Heard::node)
        .sorted(Comparator.comparing(Node::nodeId))
        .toList();
  }

  @Override
  public void run() {
    try (var consumer =
        clients.consumer(Map.of(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest"))) {
      polling = consumer;
      consumer.assign(List.of(place));
      consumer.seekToEnd(List.of(place));
      while (!closing) {
        listen(consumer);
      }
    }
  }

  private void listen(Consumer<String, byte[]> consumer) {
    try {
      consumer.poll(POLL).forEach(this::hear);
    } catch (WakeupException e) {
      LOG.trace("Told to stop", e);
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
      if (Signal.fromBytes(record.value()) instanceof Signal.NodeAlive alive
          && alive.sockets() != null) {
        long now = System.nanoTime();
        var node =
            new Node(alive.nodeId(), alive.sockets(), Instant.ofEpochMilli(record.timestamp()));
        heard.values().removeIf(one -> one.isOver(now));
        heard.put(alive.nodeId(), new Heard(node, now));
      }
    } catch (JacksonException e) {
      LOG.warn("A sign of life cannot be read", e);
    }
  }

  @Override
  public void start() {
    closing = false;
    thread = Thread.ofPlatform().daemon().name("delivery-nodes").start(this);
  }

  @Override
  public void stop() {
    closing = true;
    var consumer = polling;
    if (consumer != null) {
      consumer.wakeup();
    }
    if (thread != null) {
      try {
        thread.join(STOP_WITHIN);
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
