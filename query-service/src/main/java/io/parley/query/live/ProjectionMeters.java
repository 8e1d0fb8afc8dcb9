package io.parley.query.live;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.parley.query.projection.Applied;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What can be measured of one projection on this instance.
final class ProjectionMeters {
  private static final String TAG = "projection";

  private final MeterRegistry registry;
  private final String projection;
  private final Counter skipped;
  private final Counter unknown;
  private final Timer eventToRow;

  ProjectionMeters(MeterRegistry registry, String projection) {
    this.registry = registry;
    this.projection = projection;
    this.skipped =
        Counter.builder("parley.projection.skipped")
            .description("records passed over because an operator said so")
            .tag(TAG, projection)
            .register(registry);
    this.unknown =
        Counter.builder("parley.projection.unknown")
            .description("events passed over because this version does not know their types")
            .tag(TAG, projection)
            .register(registry);
    this.eventToRow =
        Timer.builder("parley.event.to.row")
            .description("from an event's time in the log to its rows being committed")
            .tag(TAG, projection)
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofMinutes(1))
            .register(registry);
  }

  /// Shows how it is doing.
  void show(Progress progress, LogEndWatch log) {
    Gauge.builder("parley.projection.state", progress, p -> p.isRunning() ? 1 : 0)
        .description("1 when the projection runs, 0 when it needs somebody's help")
        .tag(TAG, projection)
        .register(registry);
    Gauge.builder("parley.projection.lag", progress, p -> log.lag(p.positions()).orElse(Double.NaN))
        .description("records of this instance's partitions that have not been applied")
        .tag(TAG, projection)
        .register(registry);
  }

  /// These records were done with.
  void count(List<ConsumerRecord<String, byte[]>> records, Applied applied) {
    skipped.increment(applied.skipped().size());
    unknown.increment(applied.unknown());
    long now = System.currentTimeMillis();
    for (var record : records) {
      eventToRow.record(Duration.ofMillis(Math.max(0, now - record.timestamp())));
    }
  }
}
