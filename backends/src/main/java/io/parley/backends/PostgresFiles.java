package io.parley.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What PostgreSQL keeps in the data directory: its binaries, its cluster, its log. Binaries and
/// cluster are marked as unfinished while they are made, so that what an interrupted start left
/// half made is made again.
final class PostgresFiles {
  private static final Pattern COMPLAINT = Pattern.compile("(?:FATAL|PANIC|error): +(.+)");

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
      // A second server of one process runs on the binaries of the first.
      if (Files.exists(binaries())) {
        ownerOnly(binaries());
      }
      Files.deleteIfExists(unfinishedBinaries());
      Files.deleteIfExists(unfinishedCluster());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The library that unpacks them lets everyone write there.
  private static void ownerOnly(Path directory) throws IOException {
    if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /// The last thing that the server said was wrong.
  Optional<String> lastComplaint() {
    try (Stream<String> lines = Files.lines(log())) {
      return lines
          .map(COMPLAINT::matcher)
          .filter(Matcher::find)
          .map(complaint -> complaint.group(1))
          .reduce((earlier, later) -> later);
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
