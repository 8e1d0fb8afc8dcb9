package io.parley.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// What PostgreSQL keeps in the data directory: its binaries, its cluster, its log. Binaries and
/// cluster are marked as unfinished while they are made, so that what an interrupted start left
/// half made is made again.
final class PostgresFiles {
  private final DataDirectory directory;

  PostgresFiles(DataDirectory directory) {
    this.directory = directory;
  }

  Path cluster() {
    return directory.resolve("postgres");
  }

  Path binaries() {
    return directory.resolve("postgres-binaries");
  }

  Path log() {
    return directory.resolve("postgres.log");
  }

  private Path unfinishedCluster() {
    return directory.resolve("postgres.unfinished");
  }

  private Path unfinishedBinaries() {
    return directory.resolve("postgres-binaries.unfinished");
  }

  void discardUnfinished() throws IOException {
    if (Files.exists(unfinishedCluster())) {
      DeletedTree.delete(cluster());
    }
    if (Files.exists(unfinishedBinaries())) {
      DeletedTree.delete(binaries());
    }
  }

  /// Before binaries are unpacked (where needed) and a cluster is made (where there is none).
  void begin() throws IOException {
    Files.writeString(log(), "");
    Files.writeString(unfinishedBinaries(), "");
    if (!Files.exists(cluster().resolve("PG_VERSION"))) {
      Files.writeString(unfinishedCluster(), "");
    }
  }

  /// After both, before the server first runs on the cluster.
  void finished() {
    try {
      Files.deleteIfExists(unfinishedBinaries());
      Files.deleteIfExists(unfinishedCluster());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The last thing that the server said was wrong.
  Optional<String> lastComplaint() {
    try (Stream<String> lines = Files.lines(log())) {
      return lines
          .filter(line -> line.matches(".*(FATAL|PANIC|error|could not).*"))
          .reduce((earlier, later) -> later);
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
