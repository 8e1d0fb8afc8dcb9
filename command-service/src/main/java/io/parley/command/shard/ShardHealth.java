package io.parley.command.shard;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Up when all shards of this node decide; says which do not.
public final class ShardHealth implements HealthIndicator {
  private final ShardHost shards;

  /// Of these shards.
  public ShardHealth(ShardHost shards) {
    this.shards = shards;
  }

  @Override
  public Health health() {
    var states = shards.states();
    return (shards.isReady() ? Health.up() : Health.down())
        .withDetail("shards", states)
        .withDetail("aggregates", shards.aggregates())
        .build();
  }
}
