package io.parley.delivery.ingest;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/// How far the tail is behind, and what it could not understand.
@Component
final class TailMetrics implements MeterBinder {
  private final TailPositions positions;

  TailMetrics(TailPositions positions) {
    this.positions = positions;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("parley.delivery.tail.lag", positions, TailPositions::lag)
        .description("Events that are in the log and not yet taken up here")
        .register(registry);
    FunctionCounter.builder("parley.delivery.tail.failures", positions, TailPositions::failures)
        .description("Records that could not be understood")
        .register(registry);
  }
}
