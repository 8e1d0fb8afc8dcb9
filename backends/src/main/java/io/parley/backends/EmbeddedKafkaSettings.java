package io.parley.backends;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/// One node that is broker and controller at once, made for a small machine rather than for a
/// cluster.
final class EmbeddedKafkaSettings {
  static final int NODE = 1;
  static final String CONTROLLER = "CONTROLLER";
  private static final String BROKER = "PLAINTEXT";
  private static final int MEBIBYTE = 1024 * 1024;

  private EmbeddedKafkaSettings() {}

  static Properties of(Path logs, int port, int controllerPort) {
    var settings = new Properties();
    addTo(settings, where(logs, port, controllerPort));
    addTo(settings, alone());
    addTo(settings, small());
    addTo(settings, prompt());
    return settings;
  }

  private static Map<String, Object> where(Path logs, int port, int controllerPort) {
    String broker = Ports.HOST + ":" + port;
    String controller = Ports.HOST + ":" + controllerPort;
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        NODE,
        "log.dirs",
        logs,
        "controller.quorum.voters",
        NODE + "@" + controller,
        "listeners",
        "%s://%s,%s://%s".formatted(BROKER, broker, CONTROLLER, controller),
        "advertised.listeners",
        BROKER + "://" + broker,
        "inter.broker.listener.name",
        BROKER,
        "controller.listener.names",
        CONTROLLER);
  }

  private static Map<String, Object> alone() {
    return Map.of(
        "default.replication.factor", 1,
        "min.insync.replicas", 1,
        "offsets.topic.replication.factor", 1,
        "transaction.state.log.replication.factor", 1,
        "transaction.state.log.min.isr", 1,
        "share.coordinator.state.topic.replication.factor", 1,
        "share.coordinator.state.topic.min.isr", 1,
        "auto.create.topics.enable", false,
        // A Parley that was off for a month still knows how far its groups had read.
        "offsets.retention.minutes", 365 * 24 * 60);
  }

  private static Map<String, Object> small() {
    return Map.of(
        "num.network.threads", 1,
        "num.io.threads", 2,
        "background.threads", 2,
        "offsets.topic.num.partitions", 5,
        "transaction.state.log.num.partitions", 1,
        "share.coordinator.state.topic.num.partitions", 1,
        // Each partition reserves two index files of this size; 1 MiB indexes 350 MiB of log.
        "log.index.size.max.bytes", MEBIBYTE,
        "log.segment.bytes", 256 * MEBIBYTE,
        // 128 MiB of heap by default.
        "log.cleaner.dedupe.buffer.size", 8 * MEBIBYTE);
  }

  private static Map<String, Object> prompt() {
    return Map.of(
        "group.initial.rebalance.delay.ms", 0,
        "group.min.session.timeout.ms", 1_000,
        // How long the controller takes the broker of a killed run for alive, and refuses the new
        // one.
        "broker.session.timeout.ms", 3_000,
        "broker.heartbeat.interval.ms", 500,
        // Two writes a second into the log of an idle controller, otherwise.
        "metadata.max.idle.interval.ms", 10_000);
  }

  private static void addTo(Properties settings, Map<String, Object> some) {
    some.forEach((name, value) -> settings.setProperty(name, value.toString()));
  }
}
