package io.parley.command.shard;

import io.parley.command.shard.Recovery.Recovered;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;

/// A recovery that goes on beside the loop, until it is done or no longer wanted.
final class RecoveryAttempt {
  private final long began = System.nanoTime();
  private final CompletableFuture<Recovered> recovered;
  private volatile boolean wanted = true;

  RecoveryAttempt(
      Recovery recovery, int partition, boolean trustSnapshots, ExecutorService recoveries) {
    recovered =
        CompletableFuture.supplyAsync(
            () -> recovery.recover(partition, trustSnapshots, () -> wanted), recoveries);
  }

  boolean isDone() {
    return recovered.isDone();
  }

  /// Once done, what came of it; throws `CompletionException` where that is nothing.
  Recovered take() throws CompletionException {
    return recovered.join();
  }

  Duration took() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /// Nobody will take it.
  void cancel() {
    wanted = false;
    var _ = recovered.thenAccept(Recovered::close);
  }
}
