package io.parley.query.live;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;

/// Commits offsets to Kafka now and then, for the tools that show lag. Nothing reads them here.
final class OffsetCommits {
  private static final long EVERY_NANOS = Duration.ofSeconds(5).toNanos();

  private final Consumer<?, ?> consumer;
  private long last = System.nanoTime();

  OffsetCommits(Consumer<?, ?> consumer) {
    this.consumer = consumer;
  }

  void whenDue() {
    long now = System.nanoTime();
    if (now - last >= EVERY_NANOS) {
      consumer.commitAsync();
      last = now;
    }
  }
}
