package io.parley.backends;

import java.time.Duration;

/// Shutdown hooks run side by side; this one lets those of Spring finish, so that the contexts
/// that tests left open close while their broker and database are still there.
final class LastShutdownHook {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private LastShutdownHook() {}

  static void add(Runnable task) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> runAfterSpring(task), "test-backends"));
  }

  private static void runAfterSpring(Runnable task) {
    Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().matches("Spring.*ShutdownHook"))
        .forEach(LastShutdownHook::join);
    task.run();
  }

  private static void join(Thread hook) {
    try {
      hook.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
