package io.parley.query.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Decides when a batch is one. An event that comes alone is applied at once. Where they come one
/// after the other there is one transaction in each interval, since one for each event would cost
/// more than the rest of a message's way.
final class Gathering {
  private static final Duration POLL = Duration.ofSeconds(1);

  private final Consumer<String, byte[]> consumer;
  private final long intervalNanos;
  private long lastNanos;

  Gathering(Consumer<String, byte[]> consumer, Duration interval) {
    this.consumer = consumer;
    this.intervalNanos = interval.toNanos();
    this.lastNanos = System.nanoTime() - intervalNanos;
  }

  /// What has come in, perhaps nothing.
  List<ConsumerRecord<String, byte[]>> next() {
    var gathered = new ArrayList<ConsumerRecord<String, byte[]>>();
    consumer.poll(POLL).forEach(gathered::add);
    if (!gathered.isEmpty()) {
      long early = lastNanos + intervalNanos - System.nanoTime();
      if (early > 0) {
        LockSupport.parkNanos(early);
        consumer.poll(Duration.ZERO).forEach(gathered::add);
      }
      lastNanos = System.nanoTime();
    }
    return gathered;
  }
}
