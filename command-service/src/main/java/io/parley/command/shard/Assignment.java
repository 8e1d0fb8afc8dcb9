package io.parley.command.shard;

import io.parley.command.CommandProperties;
import io.parley.command.publicroom.Presence;
import io.parley.edge.KafkaClients;
import io.parley.edge.trace.Spans;
import io.parley.schemas.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/// The partitions that this node has now, each with its shard. A partition is paused until its
/// shard has recovered, which happens beside the loop. Belongs to the loop's thread, but for what
/// is told of the states.
final class Assignment implements ConsumerRebalanceListener, AutoCloseable {
  private static final int SWEPT_AT_ONCE = 2_000;

  private final Consumer<String, byte[]> consumer;
  private final KafkaClients clients;
  private final Topics topics;
  private final CommandProperties properties;
  private final Spans spans;
  private final Recovery recovery;
  private final ExecutorService recoveries;
  private final Map<TopicPartition, ShardLife> shards = new HashMap<>();
  private Outbound outbound;
  private volatile Map<Integer, ShardState> states = Map.of();
  private volatile int aggregates;
  private volatile boolean joined;

  Assignment(
      Consumer<String, byte[]> consumer,
      KafkaClients clients,
      Topics topics,
      CommandProperties properties,
      Spans spans) {
    this.consumer = consumer;
    this.clients = clients;
    this.topics = topics;
    this.properties = properties;
    this.spans = spans;
    this.recovery = new Recovery(clients, topics.events());
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

  int aggregates() {
    return aggregates;
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

  /// Lets recovered shards begin; after a failed append lets all of them begin anew.
  void mend() {
    if (outbound.failed()) {
      outbound.close();
      outbound = outbound();
      consumer.pause(shards.keySet());
      shards.values().forEach(ShardLife::recover);
    }
    shards.values().forEach(shard -> shard.activate(consumer, outbound));
    publish();
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
      var shard = new ShardLife(partition, recovery, recoveries);
      shards.put(partition, shard);
      shard.recover();
    }
    joined = true;
    publish();
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
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
    aggregates = shards.values().stream().mapToInt(ShardLife::aggregates).sum();
  }

  @Override
  public void close() {
    shards.values().forEach(ShardLife::close);
    recoveries.shutdownNow();
    outbound.close();
  }
}
