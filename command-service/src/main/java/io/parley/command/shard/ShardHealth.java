package io.parley.command.shard;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Up when all shards of this node decide; says which do not, and how many aggregates they have
/// in the heap and in their local stores.
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
        .withDetail("hot", shards.hotAggregates())
        .withDetail("cold", shards.aggregates() - shards.hotAggregates())
        .build();
  }
}
