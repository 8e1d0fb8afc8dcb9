package io.parley.delivery.ingest;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Up while the tail of the log is running and hears from the brokers, with how far it is behind.
@Component("deliveryTail")
final class TailHealth implements HealthIndicator {
  private final TailPositions positions;

  TailHealth(TailPositions positions) {
    this.positions = positions;
  }

  @Override
  public Health health() {
    var health = positions.isRunning() ? Health.up() : Health.outOfService();
    return health
        .withDetail("lag", positions.lag())
        .withDetail("passed_over", positions.failures())
        .build();
  }
}
