package io.parley.command.shard;

import io.parley.command.CommandProperties;
import io.parley.command.publicroom.Presence;
import io.parley.edge.KafkaClients;
import io.parley.edge.trace.Spans;
import io.parley.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/// The partitions that this node has now, each with its shard. A partition is paused until its
/// shard has recovered, which happens beside the loop. Belongs to the loop's thread, but for what
/// is told of the states.
final class Assignment implements ConsumerRebalanceListener, AutoCloseable {
  private static final long MEBIBYTE = 1024 * 1024;
  private static final int SWEPT_AT_ONCE = 2_000;
  private static final Duration RECOVERIES_END = Duration.ofSeconds(10);

  private final Consumer<String, byte[]> consumer;
  private final KafkaClients clients;
  private final Topics topics;
  private final CommandProperties properties;
  private final ShardMeters meters;
  private final RocksStores stores;
  private final Spans spans;
  private final Recovery recovery;
  private final ExecutorService recoveries;
  private final Map<TopicPartition, ShardLife> shards = new HashMap<>();
  private Outbound outbound;
  private volatile Map<Integer, ShardState> states = Map.of();
  private volatile long aggregates;
  private volatile int hotAggregates;
  private volatile boolean joined;

  Assignment(
      Consumer<String, byte[]> consumer,
      KafkaClients clients,
      Topics topics,
      CommandProperties properties,
      ShardMeters meters,
      Spans spans) {
    this.consumer = consumer;
    this.clients = clients;
    this.topics = topics;
    this.properties = properties;
    this.meters = meters;
    this.stores = new RocksStores(properties.stateDirectory(), properties.coldMemory() * MEBIBYTE);
    this.recovery = new Recovery(clients, topics, stores, properties);
    this.spans = spans;
    this.recoveries =
        Executors.newFixedThreadPool(
            properties.recoveryThreads(), Thread.ofPlatform().name("recovery-", 0).factory());
    this.outbound = outbound();
  }

  private Outbound outbound() {
    return new Outbound(clients, topics, properties.maxAppendsInFlight(), spans);
  }

  Map<Integer, ShardState> states() {
    return states;
  }

  boolean isReady() {
    return joined && states.values().stream().allMatch(ShardState.ACTIVE::equals);
  }

  long aggregates() {
    return aggregates;
  }

  int hotAggregates() {
    return hotAggregates;
  }

  /// How many commands of the partitions that decide wait in Kafka, as far as the consumer knows.
  long lag() {
    return consumer.assignment().stream().mapToLong(p -> consumer.currentLag(p).orElse(0)).sum();
  }

  /// Hands commands to their shards, each partition in order.
  void take(ConsumerRecords<String, byte[]> records) {
    for (var partition : records.partitions()) {
      var shard = shards.get(partition);
      if (shard != null) {
        shard.take(records.records(partition), outbound);
      }
    }
  }

  /// Lets shards that are lost begin anew, all of them after a failed append, and recovered ones
  /// begin.
  void mend() {
    if (outbound.failed()) {
      outbound.close();
      outbound = outbound();
      consumer.pause(shards.keySet());
      shards.values().forEach(ShardLife::recover);
    }
    shards.forEach(
        (partition, shard) -> {
          if (shard.isLost()) {
            consumer.pause(List.of(partition));
            shard.recover();
          }
          shard.activate(consumer, outbound);
        });
    publish();
  }

  /// Lets the shards write a bit of their checkpoints; whether one would rather go on soon.
  boolean checkpoint() {
    boolean eager = false;
    for (var shard : shards.values()) {
      eager |= shard.checkpoint();
    }
    return eager;
  }

  /// Tells of the visitors whom lost nodes left in the rooms of the shards that decide: of so many
  /// at a time that the loop does not stand still for them.
  void sweep(LostNodes lostNodes) {
    var leftBehind = new ArrayList<Presence>();
    for (var shard : shards.values()) {
      leftBehind.addAll(
          shard.lostConnections(lostNodes::isLost, SWEPT_AT_ONCE - leftBehind.size()));
    }
    if (!leftBehind.isEmpty()) {
      lostNodes.leftBehind(leftBehind);
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    consumer.pause(partitions);
    for (var partition : partitions) {
      var shard = new ShardLife(partition, recovery, recoveries, properties, meters);
      shards.put(partition, shard);
      shard.recover();
    }
    joined = true;
    publish();
  }

  /// What they have decided comes into the log before the next owner reads it.
  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    long until = System.nanoTime() + properties.handOverTimeout().toNanos();
    try {
      for (var partition : partitions) {
        var shard = shards.get(partition);
        if (shard != null) {
          shard.settle(until);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    onPartitionsLost(partitions);
  }

  @Override
  public void onPartitionsLost(Collection<TopicPartition> partitions) {
    for (var partition : partitions) {
      var shard = shards.remove(partition);
      if (shard != null) {
        shard.close();
      }
    }
    publish();
  }

  private void publish() {
    var now = new HashMap<Integer, ShardState>();
    shards.forEach((partition, shard) -> now.put(partition.partition(), shard.state()));
    states = Map.copyOf(now);
    aggregates = shards.values().stream().mapToLong(ShardLife::aggregates).sum();
    hotAggregates = shards.values().stream().mapToInt(ShardLife::hotAggregates).sum();
  }

  @Override
  public void close() {
    shards.values().forEach(ShardLife::close);
    outbound.close();
    recoveries.shutdownNow();
    try {
      if (recoveries.awaitTermination(RECOVERIES_END.toSeconds(), TimeUnit.SECONDS)) {
        stores.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
