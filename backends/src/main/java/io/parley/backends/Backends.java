package io.parley.backends;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The embedded backends that are wanted here, on one data directory. They start at the same time
/// and stop together.
public final class Backends implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Backends.class);
  private static final Executor OWN_THREAD =
      task -> Thread.ofPlatform().name("parley-backends").start(task);

  private final DataDirectory directory;
  private final CompletableFuture<Optional<EmbeddedKafka>> kafka;
  private final CompletableFuture<Optional<EmbeddedDatabase>> database;

  private Backends(DataDirectory directory, OptionalInt kafkaPort, OptionalInt databasePort) {
    this.directory = directory;
    this.kafka = begin(kafkaPort, port -> EmbeddedKafka.start(directory, port));
    this.database = begin(databasePort, port -> EmbeddedDatabase.start(directory, port));
  }

  /// Starts each that has a port (the preferred one, 0 for any) and leaves out one that has none:
  /// an external one is used instead of it.
  ///
  /// @throws BackendFailure when one can't start; nothing is left running then
  public static Backends start(Path path, OptionalInt kafkaPort, OptionalInt databasePort) {
    var backends = new Backends(DataDirectory.open(path), kafkaPort, databasePort);
    try {
      CompletableFuture.allOf(backends.kafka, backends.database).join();
      return backends;
    } catch (CompletionException e) {
      backends.close();
      throw e.getCause() instanceof BackendFailure failure ? failure : e;
    }
  }

  /// Empty when an external one is used.
  public Optional<EmbeddedKafka> kafka() {
    return kafka.join();
  }

  /// Empty when an external one is used.
  public Optional<EmbeddedDatabase> database() {
    return database.join();
  }

  /// Stops both in order and gives the directory up; a second call does nothing.
  @Override
  public void close() {
    try (directory) {
      CompletableFuture.allOf(
              kafka.thenAcceptAsync(it -> it.ifPresent(EmbeddedKafka::close), OWN_THREAD),
              database.thenAcceptAsync(it -> it.ifPresent(EmbeddedDatabase::close), OWN_THREAD))
          .exceptionally(Backends::report)
          .join();
    }
  }

  private static @Nullable Void report(Throwable failure) {
    // One that never started has nothing to stop, and its starter was told.
    if (!(failure.getCause() instanceof BackendFailure)) {
      log.warn("A backend did not stop in order; its next start puts that right.", failure);
    }
    return null;
  }

  private static <T> CompletableFuture<Optional<T>> begin(OptionalInt port, IntFunction<T> start) {
    return port.isEmpty()
        ? CompletableFuture.completedFuture(Optional.empty())
        : CompletableFuture.supplyAsync(
            () -> Optional.of(start.apply(port.getAsInt())), OWN_THREAD);
  }
}
