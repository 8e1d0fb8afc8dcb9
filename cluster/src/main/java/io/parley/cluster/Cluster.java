package io.parley.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/// Three brokers, PostgreSQL, two of each service and nginx, all on the loopback interface.
/// Nothing of it outlives this process, unless that is killed: then the next start cleans up.
public final class Cluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final long LOOK_EVERY_MS = 100;

  private final RunDirectory directory;
  private final Thread hook;
  private final Brokers brokers;
  private final DatabaseNode database;
  private final ServiceNodes services;
  private final List<Node> nodes = new ArrayList<>();
  private final int entrance;
  private final String secret = UUID.randomUUID() + "-" + UUID.randomUUID();

  /// Prepares all of it and starts nothing.
  public Cluster(ClusterSettings settings) {
    directory = RunDirectory.create(settings.logs());
    var ports = new FreePorts();
    entrance = ports.preferred(settings.entrance());
    brokers = new Brokers(directory, ports, settings);
    database = new DatabaseNode(directory, ports.next());
    services = new ServiceNodes(directory, ports, settings);
    nodes.addAll(brokers.nodes());
    nodes.add(database);
    nodes.addAll(services.make(brokers, database, entrance, secret));
    nodes.add(Proxy.make(directory, entrance, services, settings.pages()));
    hook = new Thread(this::end, "end-cluster");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /// Starts everything and returns once all of it is ready.
  ///
  /// @throws ClusterFailure when something is not ready after five minutes
  public void start() {
    brokers.nodes().forEach(Node::start);
    database.start();
    awaitReady(brokers.nodes());
    nodes.forEach(Node::start);
    awaitReady(nodes);
  }

  /// Of all processes.
  public List<Node> nodes() {
    return List.copyOf(nodes);
  }

  /// Those of one kind: `kafka`, `command`, `query`, `ws`.
  public List<Node> nodes(String kind) {
    return nodes.stream().filter(node -> node.name().startsWith(kind + "-")).toList();
  }

  /// The one of this name.
  public Node node(String name) {
    return nodes.stream()
        .filter(node -> node.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new ClusterFailure("There is no node " + name + "."));
  }

  /// Returns once all of them are ready.
  ///
  /// @throws ClusterFailure when one is not after five minutes
  public void awaitReady(List<Node> awaited) {
    Predicate<Node> ready = Node::isReady;
    for (var node : awaited) {
      await(
          () -> ready.test(node), node.name() + " is not ready, see " + directory.log(node.name()));
    }
  }

  /// Returns once every partition has all its copies in sync.
  ///
  /// @throws ClusterFailure when that is not so after five minutes
  public void awaitAllInSync() {
    await(brokers.view()::allInSync, "the brokers' copies are not in sync");
  }

  private static void await(BooleanSupplier condition, String otherwise) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new ClusterFailure(otherwise + ": waited " + PATIENCE + ".");
      }
      try {
        Thread.sleep(LOOK_EVERY_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new ClusterFailure("interrupted", e);
      }
    }
  }

  /// Where clients come in.
  public int entrance() {
    return entrance;
  }

  /// What tokens are signed with (HS256).
  public String secret() {
    return secret;
  }

  /// The brokers, as `bootstrap.servers` takes them.
  public String bootstrapServers() {
    return brokers.bootstrapServers();
  }

  /// Of PostgreSQL, whose user and password are both `postgres`.
  public String databaseUrl() {
    return database.url();
  }

  /// What an operator sees of the brokers.
  public KafkaView kafka() {
    return brokers.view();
  }

  /// The Spring properties with which one more query-service reads the same.
  public Map<String, String> queryServiceProperties(String name) {
    var all = new java.util.TreeMap<>(brokers.springProperties());
    all.putAll(database.springProperties(name));
    all.put("parley.edge.jwt.secret", secret);
    return all;
  }

  /// Where each service tells how it is (`/actuator/prometheus`), by name.
  public Map<String, Integer> managementPorts() {
    return services.managementPorts();
  }

  private void end() {
    nodes.stream().filter(node -> node != database).forEach(Node::kill);
    database.end();
    directory.close();
  }

  /// Kills everything and removes its data.
  @Override
  public void close() {
    if (Runtime.getRuntime().removeShutdownHook(hook)) {
      end();
    }
  }
}
