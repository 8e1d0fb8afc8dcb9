package io.parley.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The `server.properties` of one of the brokers, each of which is also a controller.
final class BrokerSettings {
  static final String CONTROLLER = "CONTROLLER";

  private static final int COPIES = 3;
  private static final int IN_SYNC_AT_LEAST = 2;

  private final List<Integer> ports;
  private final List<Integer> controllerPorts;
  private final Map<String, String> more;

  /// @param more what is set besides, or instead
  BrokerSettings(List<Integer> ports, List<Integer> controllerPorts, Map<String, String> more) {
    this.ports = List.copyOf(ports);
    this.controllerPorts = List.copyOf(controllerPorts);
    this.more = Map.copyOf(more);
  }

  String bootstrapServers() {
    return ports.stream().map(BrokerSettings::at).collect(Collectors.joining(","));
  }

  Properties of(int id, Path logs) {
    var all = new TreeMap<String, String>();
    all.putAll(place(id, logs));
    all.putAll(safety());
    all.putAll(failover());
    all.putAll(small());
    all.putAll(more);
    var properties = new Properties();
    properties.putAll(all);
    return properties;
  }

  private Map<String, String> place(int id, Path logs) {
    String broker = "PLAINTEXT://" + at(ports.get(id - 1));
    String controller = CONTROLLER + "://" + at(controllerPorts.get(id - 1));
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        String.valueOf(id),
        "log.dirs",
        logs.toString(),
        "controller.quorum.voters",
        voters(),
        "listeners",
        broker + "," + controller,
        "advertised.listeners",
        broker,
        "inter.broker.listener.name",
        "PLAINTEXT",
        "controller.listener.names",
        CONTROLLER);
  }

  private String voters() {
    return IntStream.rangeClosed(1, controllerPorts.size())
        .mapToObj(id -> id + "@" + at(controllerPorts.get(id - 1)))
        .collect(Collectors.joining(","));
  }

  private static Map<String, String> safety() {
    return Map.of(
        "default.replication.factor", String.valueOf(COPIES),
        "min.insync.replicas", String.valueOf(IN_SYNC_AT_LEAST),
        "offsets.topic.replication.factor", String.valueOf(COPIES),
        "transaction.state.log.replication.factor", String.valueOf(COPIES),
        "transaction.state.log.min.isr", String.valueOf(IN_SYNC_AT_LEAST),
        "unclean.leader.election.enable", "false",
        "auto.create.topics.enable", "false");
  }

  /// How soon the dead are missed: see docs/adr/0031.
  private static Map<String, String> failover() {
    return Map.of(
        "broker.session.timeout.ms", "6000",
        "broker.heartbeat.interval.ms", "1000",
        "group.initial.rebalance.delay.ms", "0");
  }

  private static Map<String, String> small() {
    return Map.of(
        "num.network.threads", "2",
        "num.io.threads", "4",
        "background.threads", "2",
        "offsets.topic.num.partitions", "6",
        "transaction.state.log.num.partitions", "1",
        "log.index.size.max.bytes", "1048576",
        "log.segment.bytes", "268435456",
        "log.cleaner.dedupe.buffer.size", "8388608");
  }

  private static String at(int port) {
    return FreePorts.HOST + ":" + port;
  }
}
