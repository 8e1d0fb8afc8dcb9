package io.parley.command.shard;

import io.parley.command.CommandProperties;
import io.parley.command.publicroom.Presence;
import io.parley.schemas.event.UnknownEventType;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The life of one partition's shard on this node: recovering, active, failed or closed. All
/// belongs to the loop's thread.
final class ShardLife {
  private static final Logger LOG = LoggerFactory.getLogger(ShardLife.class);

  private final TopicPartition commands;
  private final Recovery recovery;
  private final ExecutorService recoveries;
  private final CommandProperties properties;
  private final ShardMeters meters;
  private ShardState state = ShardState.RECOVERING;
  private boolean trustsSnapshots = true;
  private @Nullable RecoveryAttempt attempt;
  private @Nullable ActiveShard active;
  private @Nullable ShardLost lost;

  ShardLife(
      TopicPartition commands,
      Recovery recovery,
      ExecutorService recoveries,
      CommandProperties properties,
      ShardMeters meters) {
    this.commands = commands;
    this.recovery = recovery;
    this.recoveries = recoveries;
    this.properties = properties;
    this.meters = meters;
  }

  ShardState state() {
    return state;
  }

  long aggregates() {
    return active == null ? 0 : active.runner().size();
  }

  int hotAggregates() {
    return active == null ? 0 : active.runner().hot();
  }

  /// Connections of lost nodes into this partition's rooms; none while it does not decide.
  List<Presence> lostConnections(Predicate<UUID> nodeIsLost, int max) {
    return guarded(List.of(), shard -> shard.runner().lostConnections(nodeIsLost, max));
  }

  /// Whether it must be paused and recover.
  boolean isLost() {
    return lost != null;
  }

  /// Forgets everything and reads it from the log again; the partition must be paused.
  void recover() {
    drop();
    lost = null;
    state = ShardState.RECOVERING;
    attempt = new RecoveryAttempt(recovery, commands.partition(), trustsSnapshots, recoveries);
  }

  private void drop() {
    if (attempt != null) {
      attempt.cancel();
      attempt = null;
    }
    if (active != null) {
      active.close();
      active = null;
    }
  }

  /// Goes on with the first undecided command, if the recovery is done by now.
  void activate(Consumer<?, ?> consumer, Outbound outbound) {
    if (attempt == null || !attempt.isDone()) {
      return;
    }
    try {
      var took = attempt.took();
      var recovered = attempt.take();
      attempt = null;
      active = ActiveShard.of(commands.partition(), recovered, outbound, properties, meters);
      consumer.seek(commands, active.runner().nextCommandOffset());
      consumer.resume(List.of(commands));
      state = ShardState.ACTIVE;
      trustsSnapshots = true;
      told(took);
    } catch (CompletionException e) {
      failed(e.getCause());
    }
  }

  private void told(Duration took) {
    meters.recovered(took);
    LOG.info(
        "Shard {} is active with {} aggregates after {} ms",
        commands.partition(),
        aggregates(),
        took.toMillis());
  }

  private void failed(@Nullable Throwable why) {
    if (why instanceof BrokenLog || why instanceof UnknownEventType) {
      attempt = null;
      state = ShardState.FAILED;
      LOG.error("Shard {} stops: its log cannot be trusted", commands.partition(), why);
    } else {
      LOG.warn("Shard {} could not be recovered and tries again", commands.partition(), why);
      recover();
    }
  }

  void take(List<ConsumerRecord<String, byte[]>> records, Outbound outbound) {
    for (var record : records) {
      if (active == null || lost != null || outbound.failed()) {
        return;
      }
      var _ =
          guarded(
              false,
              shard -> {
                shard.runner().take(record);
                return true;
              });
    }
  }

  /// Lets it write a bit of its checkpoint; whether it would rather go on soon.
  boolean checkpoint() {
    return guarded(
        false,
        shard -> {
          shard.checkpointer().turn();
          return shard.checkpointer().isEager();
        });
  }

  private interface Doing<T> {
    T with(ActiveShard shard);
  }

  private <T> T guarded(T otherwise, Doing<T> doing) {
    if (active == null || lost != null) {
      return otherwise;
    }
    try {
      return doing.with(active);
    } catch (ShardLost e) {
      LOG.warn("Shard {} begins anew: {}", commands.partition(), e.getMessage(), e);
      lost = e;
      trustsSnapshots = !e.isBySnapshot();
      return otherwise;
    }
  }

  /// Waits until what it has decided is in the log, or until the time is over.
  void settle(long untilNanos) throws InterruptedException {
    if (active != null && lost == null) {
      active.runner().settle(untilNanos);
    }
  }

  void close() {
    state = ShardState.CLOSED;
    drop();
  }
}
