package io.parley.backends;

import java.util.concurrent.atomic.AtomicInteger;

/// The broker and the server that all tests of this JVM share.
abstract class SharedBackends {
  private final AtomicInteger databases = new AtomicInteger();

  static SharedBackends get() {
    return Started.BACKENDS;
  }

  abstract String bootstrapServers();

  /// Where databases are created from.
  abstract TestDatabase server();

  /// Stops both and deletes what they kept.
  abstract void close();

  final TestDatabase newDatabase() {
    return server().create("test" + databases.incrementAndGet());
  }

  private static final class Started {
    static final SharedBackends BACKENDS = start();

    private static SharedBackends start() {
      String wanted = System.getProperty("backends", "embedded");
      SharedBackends backends =
          switch (wanted) {
            case "embedded" -> EmbeddedShared.start();
            case "testcontainers" -> ContainersShared.start();
            default -> throw new IllegalArgumentException("-Dbackends=" + wanted + " is unknown");
          };
      LastShutdownHook.add(backends::close);
      return backends;
    }
  }
}
