package io.parley.cluster.fault;

import static org.awaitility.Awaitility.await;

import io.parley.cluster.Cluster;
import io.parley.cluster.Node;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/// Where faults happen: the cluster, those who write meanwhile, and chance.
final class Site {
  /// Far beyond every target: it only tells late from never.
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final long AT_REST = TimeUnit.SECONDS.toNanos(5);

  private final Cluster cluster;
  private final Workload workload;
  private final Random random;
  private int broker;

  Site(Cluster cluster, Workload workload, long seed) {
    this.cluster = cluster;
    this.workload = workload;
    this.random = new Random(seed);
    this.broker = random.nextInt(3);
  }

  Cluster cluster() {
    return cluster;
  }

  Workload workload() {
    return workload;
  }

  boolean either() {
    return random.nextBoolean();
  }

  /// One of a kind.
  Node oneOf(String kind) {
    var nodes = cluster.nodes(kind);
    return nodes.get(random.nextInt(nodes.size()));
  }

  /// Another one each time, in turn.
  Node nextBroker() {
    var brokers = cluster.nodes("kafka");
    broker = (broker + 1) % brokers.size();
    return brokers.get(broker);
  }

  /// All that have a name of one of these kinds.
  List<Node> all(String... kinds) {
    return List.of(kinds).stream().flatMap(kind -> cluster.nodes(kind).stream()).toList();
  }

  /// Until some messages more have been accepted: at random, at most as many as are wanted in so
  /// many seconds.
  void goOn(int secondsAtMost) {
    awaitMore(random.nextInt(secondsAtMost * workload.rate()) + 1);
  }

  void awaitMore(int messages) {
    long enough = workload.ledger().accepted() + messages;
    await("messages").atMost(PATIENCE).until(() -> workload.ledger().accepted() >= enough);
  }

  /// Until every room has had a send accepted since then.
  void awaitAnswers(long mark) {
    await("answers in every room")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> workload.ledger().answers().allSince(mark));
  }

  void ready(Node... nodes) {
    cluster.awaitReady(List.of(nodes));
  }

  /// Until all is as it was: everybody is answered soon, connected, and has everything.
  void awaitRest() {
    long mark = System.nanoTime();
    awaitAnswers(mark);
    await("everybody has everything")
        .atMost(PATIENCE)
        .until(() -> workload.notWhole() == 0 && workload.shown().allSince(mark));
    await("nothing waits").atMost(PATIENCE).until(() -> workload.ledger().longestWait() < AT_REST);
  }
}
