package io.parley.command.shard;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What the shards of a node tell whoever watches them.
final class ShardMeters {
  private final MeterRegistry registry;
  private final Counter accepted;
  private final Counter repeated;
  private final Counter refused;
  private final Counter dead;
  private final Timer commandToEvent;
  private final Timer recovery;
  private final Timer checkpoint;

  ShardMeters(MeterRegistry registry) {
    this.registry = registry;
    accepted = decided("accepted");
    repeated = decided("repeated");
    refused = decided("refused");
    dead = decided("dead");
    commandToEvent = timer("parley.command.to.event", Duration.ofSeconds(30));
    recovery = timer("parley.shard.recovery", Duration.ofMinutes(10));
    checkpoint = timer("parley.checkpoint", Duration.ofMinutes(5));
  }

  private Counter decided(String outcome) {
    return registry.counter("parley.commands.decided", "outcome", outcome);
  }

  private Timer timer(String name, Duration most) {
    return Timer.builder(name)
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(1))
        .maximumExpectedValue(most)
        .register(registry);
  }

  /// Watches these shards.
  void watch(ShardHost shards) {
    for (var state : ShardState.values()) {
      gauge("parley.shards", "state", name(state), shards, host -> host.count(state));
    }
    gauge("parley.aggregates", "where", "hot", shards, ShardHost::hotAggregates);
    gauge(
        "parley.aggregates",
        "where",
        "cold",
        shards,
        host -> host.aggregates() - (double) host.hotAggregates());
    Gauge.builder("parley.commands.lag", shards, ShardHost::lag).register(registry);
  }

  private void gauge(
      String name, String tag, String value, ShardHost shards, ToDoubleFunction<ShardHost> of) {
    Gauge.builder(name, shards, of).tag(tag, value).register(registry);
  }

  private static String name(ShardState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /// A command was accepted, or accepted again.
  void accepted(boolean again) {
    (again ? repeated : accepted).increment();
  }

  void refused() {
    refused.increment();
  }

  /// A command could not be decided.
  void dead() {
    dead.increment();
  }

  /// The event of a command is in the log; `commandMillis` is the broker's time of the command.
  void appended(long commandMillis) {
    long took = System.currentTimeMillis() - commandMillis;
    commandToEvent.record(Duration.ofMillis(Math.max(0, took)));
  }

  void recovered(Duration took) {
    recovery.record(took);
  }

  void checkpointed(Duration took) {
    checkpoint.record(took);
  }
}
