package io.parley.command.shard;

import static org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.command.CommandProperties;
import io.parley.edge.KafkaClients;
import io.parley.edge.trace.Spans;
import io.parley.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// The loop that decides: one thread takes commands from the partitions that the consumer group
/// gave this node, and hands each to its shard.
public final class ShardHost implements SmartLifecycle, Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ShardHost.class);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final Duration EAGER_POLL = Duration.ofMillis(1);
  private static final Duration LEAVE = Duration.ofSeconds(3);
  private static final Duration STOP = Duration.ofSeconds(15);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  private final KafkaClients clients;
  private final Topics topics;
  private final CommandProperties properties;
  private final LostNodes lostNodes;
  private final ShardMeters meters;
  private final Spans spans;
  private volatile boolean closing;
  private volatile @Nullable Consumer<String, byte[]> consumer;
  private volatile @Nullable Assignment assignment;
  private @Nullable Thread thread;
  private boolean eager;
  private long lookedAt;
  private volatile long lag;

  /// Not running until [#start].
  public ShardHost(
      KafkaClients clients,
      Topics topics,
      CommandProperties properties,
      LostNodes lostNodes,
      MeterRegistry meters,
      Spans spans) {
    this.clients = clients;
    this.topics = topics;
    this.properties = properties;
    this.lostNodes = lostNodes;
    this.meters = new ShardMeters(meters);
    this.meters.watch(this);
    this.spans = spans;
  }

  /// What each of this node's shards does, by partition; empty before the group let this node in.
  public Map<Integer, ShardState> states() {
    var current = assignment;
    return current == null ? Map.of() : current.states();
  }

  /// Whether the group has let this node in and all of its shards decide.
  public boolean isReady() {
    var current = assignment;
    return current != null && current.isReady();
  }

  /// How many aggregates this node's shards have.
  public long aggregates() {
    var current = assignment;
    return current == null ? 0 : current.aggregates();
  }

  /// How many of them are decoded in the heap.
  public int hotAggregates() {
    var current = assignment;
    return current == null ? 0 : current.hotAggregates();
  }

  /// How many shards are in this state.
  long count(ShardState state) {
    return states().values().stream().filter(state::equals).count();
  }

  /// How many commands of its shards wait in Kafka.
  long lag() {
    return lag;
  }

  @Override
  public void start() {
    closing = false;
    thread = new Thread(this, "shards");
    thread.start();
  }

  @Override
  public void run() {
    try (var polling = clients.consumer(consumerConfig());
        var shards = new Assignment(polling, clients, topics, properties, meters, spans)) {
      consumer = polling;
      assignment = shards;
      polling.subscribe(List.of(topics.commands()), shards);
      while (!closing) {
        step(polling, shards);
      }
      leave(polling);
    } catch (RuntimeException e) {
      LOG.error("The shards of this node have stopped", e);
    } finally {
      consumer = null;
      assignment = null;
    }
  }

  /// Hands the partitions over, which lets the appends of their shards finish.
  private void leave(Consumer<String, byte[]> polling) {
    polling.close(
        CloseOptions.timeout(properties.handOverTimeout().plus(LEAVE))
            .withGroupMembershipOperation(LEAVE_GROUP));
  }

  private void step(Consumer<String, byte[]> polling, Assignment shards) {
    try {
      shards.take(polling.poll(eager ? EAGER_POLL : POLL));
      shards.mend();
      eager = shards.checkpoint();
      if (System.nanoTime() - lookedAt > LOOK_EVERY.toNanos()) {
        lookedAt = System.nanoTime();
        shards.sweep(lostNodes);
        lag = shards.lag();
        commit(polling);
      }
    } catch (WakeupException e) {
      LOG.debug("woken up to close");
    } catch (FencedInstanceIdException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warn("Commands cannot be read for the moment", e);
    }
  }

  /// For those who watch the lag; recovery does not use it.
  private static void commit(Consumer<?, ?> polling) {
    polling.commitAsync((_, _) -> {});
  }

  private Map<String, Object> consumerConfig() {
    var config = new HashMap<String, Object>();
    config.put(ConsumerConfig.GROUP_ID_CONFIG, topics.shardsGroup());
    config.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        List.of(CooperativeStickyAssignor.class));
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, properties.maxPollRecords());
    int sessionMs = Math.toIntExact(properties.sessionTimeout().toMillis());
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, sessionMs);
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, sessionMs / 6);
    if (properties.nodeId() != null) {
      config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, properties.nodeId());
    }
    return config;
  }

  @Override
  public void stop() {
    closing = true;
    var polling = consumer;
    if (polling != null) {
      polling.wakeup();
    }
    if (thread != null) {
      try {
        thread.join(properties.handOverTimeout().plus(STOP));
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
