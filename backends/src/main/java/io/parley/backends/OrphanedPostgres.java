package io.parley.backends;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server that lives on when the process that started it was killed. Whoever holds the data
/// directory may stop it.
final class OrphanedPostgres {
  private static final Logger log = LoggerFactory.getLogger(OrphanedPostgres.class);
  private static final String FAST_SHUTDOWN = "-INT";
  private static final String IMMEDIATE_SHUTDOWN = "-QUIT";
  private static final int PATIENCE_SECONDS = 20;

  private final Path cluster;
  private final Path pidFile;

  OrphanedPostgres(Path cluster) {
    this.cluster = cluster;
    this.pidFile = cluster.resolve("postmaster.pid");
  }

  /// Stops it when it is alive. When it isn't, forgets its process id: that may be another
  /// process's by now, which would keep a new server from starting.
  ///
  /// @throws BackendFailure when it doesn't stop
  void stop() {
    try {
      if (Files.exists(pidFile)) {
        stop(PostmasterPid.read(pidFile));
      }
    } catch (IOException e) {
      throw failure(Reasons.of(e));
    }
  }

  private void stop(PostmasterPid written) throws IOException {
    switch (written.owner()) {
      case NONE -> Files.deleteIfExists(pidFile);
      case POSTGRES -> stop(written.process().orElseThrow());
      case UNKNOWN -> log.debug("Leaving {} to PostgreSQL", pidFile);
    }
  }

  private void stop(ProcessHandle orphan) throws IOException {
    log.info("Stopping the PostgreSQL that a killed run left behind, process {}", orphan.pid());
    if (!ends(orphan, FAST_SHUTDOWN) && !ends(orphan, IMMEDIATE_SHUTDOWN)) {
      throw failure("process " + orphan.pid() + " goes on");
    }
  }

  private BackendFailure failure(String reason) {
    return new BackendFailure(
        "The PostgreSQL that a killed run left behind on %s can't be stopped (%s): stop it by hand and start again."
            .formatted(cluster, reason));
  }

  private static boolean ends(ProcessHandle process, String signal) throws IOException {
    new ProcessBuilder("sh", "-c", "kill %s %d".formatted(signal, process.pid())).start();
    try {
      process.onExit().get(PATIENCE_SECONDS, SECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
