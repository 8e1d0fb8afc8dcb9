package io.parley.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/// Three Kafka brokers that are controllers too, from Apache's jars on the class path of this
/// process.
final class Brokers {
  static final int HOW_MANY = 3;

  private final BrokerSettings settings;
  private final KafkaView view;
  private final List<Node> nodes = new ArrayList<>();

  Brokers(RunDirectory directory, FreePorts ports, ClusterSettings cluster) {
    settings = new BrokerSettings(some(ports), some(ports), cluster.broker());
    view = new KafkaView(settings.bootstrapServers());
    String clusterId = Uuid.randomUuid().toString();
    for (int id = 1; id <= HOW_MANY; id++) {
      nodes.add(broker(id, clusterId, directory, cluster));
    }
  }

  private static List<Integer> some(FreePorts ports) {
    return List.of(ports.next(), ports.next(), ports.next());
  }

  private Node broker(int id, String clusterId, RunDirectory directory, ClusterSettings cluster) {
    Path data = directory.path().resolve("kafka-" + id);
    Path file = directory.path().resolve("kafka-" + id + ".properties");
    try (var out = Files.newOutputStream(file)) {
      settings.of(id, data).store(out, null);
      format(id, clusterId, data);
    } catch (Exception e) {
      throw new ClusterFailure("Broker " + id + " can't be prepared in " + data, e);
    }
    var command = new ArrayList<String>();
    command.add(Jvm.java());
    command.addAll(Jvm.flags(cluster.brokerHeap()));
    command.add("-Dlogback.configurationFile=cluster-broker-logback.xml");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("kafka.Kafka", file.toString()));
    return new ProcessNode("kafka-" + id, command, directory, () -> view.hasBroker(id));
  }

  /// As `kafka-storage format` does.
  private static void format(int id, String clusterId, Path data) throws Exception {
    Files.createDirectories(data);
    new Formatter()
        .setNodeId(id)
        .setClusterId(clusterId)
        .addDirectory(data.toString())
        .setMetadataLogDirectory(data.toString())
        .setControllerListenerName(BrokerSettings.CONTROLLER)
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
        .run();
  }

  List<Node> nodes() {
    return List.copyOf(nodes);
  }

  KafkaView view() {
    return view;
  }

  String bootstrapServers() {
    return settings.bootstrapServers();
  }

  /// What Spring must know of them, and of the topics that are made on them.
  Map<String, String> springProperties() {
    return Map.of(
        "spring.kafka.bootstrap-servers", bootstrapServers(),
        "parley.topics.replication-factor", "3",
        "parley.topics.min-insync-replicas", "2");
  }
}
