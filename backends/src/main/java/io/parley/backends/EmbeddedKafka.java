package io.parley.backends;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A real Kafka broker in this process: KRaft, both roles, one voter, reachable from this machine
/// only.
///
/// What it acknowledged is there after a restart and after the process was killed. There are no
/// replicas and, as with Kafka everywhere, no `fsync` per record: a power cut may take the last
/// seconds.
public final class EmbeddedKafka implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(EmbeddedKafka.class);

  private final KafkaRaftServer server;
  private final int port;
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedKafka(KafkaRaftServer server, int port) {
    this.server = server;
    this.port = port;
  }

  /// Starts the broker on `kafka/` of the directory and returns once it serves.
  ///
  /// @param preferredPort taken when free, else any other; 0 for any
  /// @throws BackendFailure when it can't start
  public static EmbeddedKafka start(DataDirectory directory, int preferredPort) {
    Path logs = directory.resolve("kafka");
    int port = Ports.preferredOrFree("Kafka", preferredPort);
    KafkaHalt.explain(logs);
    try {
      KafkaStorage.formatWhenNew(logs);
      var settings = EmbeddedKafkaSettings.of(logs, port, Ports.free());
      var server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
      startUp(server);
      var kafka = new EmbeddedKafka(server, port);
      log.info("Kafka listens on {}, data in {}", kafka.bootstrapServers(), logs);
      return kafka;
    } catch (Exception e) {
      throw new BackendFailure(
          "The embedded Kafka broker can't start on %s (%s): put that right, or start afresh on another data directory (PARLEY_DATA_DIR)."
              .formatted(logs, Reasons.of(e)),
          e);
    }
  }

  private static void startUp(KafkaRaftServer server) {
    try {
      server.startup();
    } catch (RuntimeException e) {
      server.shutdown();
      throw e;
    }
  }

  /// What goes into `bootstrap.servers`.
  public String bootstrapServers() {
    return Ports.HOST + ":" + port;
  }

  /// Stops in order, writing everything out; a second call does nothing.
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      server.shutdown();
      server.awaitShutdown();
    }
  }
}
