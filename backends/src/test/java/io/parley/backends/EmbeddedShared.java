package io.parley.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/// Both embedded, on a directory under `target`.
final class EmbeddedShared extends SharedBackends {
  private static final OptionalInt ANY = OptionalInt.of(Ports.ANY);

  private final Path directory;
  private final Backends backends;

  private EmbeddedShared(Path directory, Backends backends) {
    this.directory = directory;
    this.backends = backends;
  }

  static EmbeddedShared start() {
    try {
      Path target = Files.createDirectories(Path.of("target"));
      Path directory = Files.createTempDirectory(target, "backends");
      return new EmbeddedShared(directory, Backends.start(directory, ANY, ANY));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  String bootstrapServers() {
    return backends.kafka().orElseThrow().bootstrapServers();
  }

  @Override
  TestDatabase server() {
    EmbeddedDatabase database = backends.database().orElseThrow();
    return new TestDatabase(database.jdbcUrl(), database.user(), database.password());
  }

  @Override
  void close() {
    backends.close();
    try {
      DeletedTree.delete(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
