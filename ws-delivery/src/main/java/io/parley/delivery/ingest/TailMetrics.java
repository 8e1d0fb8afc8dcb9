package io.parley.delivery.ingest;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// How far the tail is behind, what it could not understand, and how long events take to get to
/// the sockets.
@Component
final class TailMetrics {
  private final Timer eventToFrame;

  TailMetrics(TailPositions positions, MeterRegistry registry) {
    Gauge.builder("parley.tail.lag", positions, TailPositions::lag)
        .description("Events that are in the log and not yet taken up here")
        .register(registry);
    FunctionCounter.builder("parley.tail.failures", positions, TailPositions::failures)
        .description("Records that could not be understood")
        .register(registry);
    eventToFrame =
        Timer.builder("parley.event.to.frame")
            .description("From an event's time until its frames wait for their sockets")
            .publishPercentileHistogram()
            .minimumExpectedValue(Duration.ofMillis(1))
            .maximumExpectedValue(Duration.ofSeconds(30))
            .register(registry);
  }

  /// An event of that time, in milliseconds, was shown to somebody just now.
  void shown(long eventMillis) {
    eventToFrame.record(Duration.ofMillis(Math.max(0, System.currentTimeMillis() - eventMillis)));
  }
}
