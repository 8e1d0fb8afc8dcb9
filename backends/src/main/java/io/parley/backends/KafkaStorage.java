package io.parley.backends;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/// Makes an empty directory one that a broker can start on, as `kafka-storage format` does.
final class KafkaStorage {
  private KafkaStorage() {}

  /// `meta.properties` is what formatting writes last, so a formatting that was interrupted is
  /// simply done again.
  static void formatWhenNew(Path logs) throws Exception {
    if (Files.exists(logs.resolve("meta.properties"))) {
      return;
    }
    Files.createDirectories(logs);
    new Formatter()
        .setNodeId(EmbeddedKafkaSettings.NODE)
        .setClusterId(Uuid.randomUuid().toString())
        .addDirectory(logs.toString())
        .setMetadataLogDirectory(logs.toString())
        .setControllerListenerName(EmbeddedKafkaSettings.CONTROLLER)
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
        .run();
  }
}
