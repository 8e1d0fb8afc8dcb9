package io.parley.command.shard;

import io.parley.command.publicroom.Presence;
import io.parley.schemas.event.UnknownEventType;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The life of one partition's shard on this node: recovering, active, failed or closed. All but
/// [#state] belongs to the loop's thread.
final class ShardLife {
  private static final Logger LOG = LoggerFactory.getLogger(ShardLife.class);

  private final TopicPartition commands;
  private final Recovery recovery;
  private final ExecutorService recoveries;
  private volatile ShardState state = ShardState.RECOVERING;
  private @Nullable Future<Recovery.Recovered> recovered;
  private @Nullable ShardRunner runner;

  ShardLife(TopicPartition commands, Recovery recovery, ExecutorService recoveries) {
    this.commands = commands;
    this.recovery = recovery;
    this.recoveries = recoveries;
  }

  ShardState state() {
    return state;
  }

  int aggregates() {
    return runner == null ? 0 : runner.size();
  }

  /// Connections of lost nodes into this partition's rooms; none while it does not decide.
  List<Presence> lostConnections(Predicate<UUID> nodeIsLost, int max) {
    return runner == null ? List.of() : runner.lostConnections(nodeIsLost, max);
  }

  /// Forgets everything and reads it from the log again; the partition must be paused.
  void recover() {
    runner = null;
    state = ShardState.RECOVERING;
    recovered =
        recoveries.submit(
            () -> recovery.recover(commands.partition(), () -> state == ShardState.RECOVERING));
  }

  /// Goes on with the first undecided command, if the recovery is done by now.
  void activate(Consumer<?, ?> consumer, Outbound outbound) {
    if (state != ShardState.RECOVERING || recovered == null || !recovered.isDone()) {
      return;
    }
    try {
      runner = new ShardRunner(commands.partition(), recovered.get(), outbound);
      consumer.seek(commands, runner.nextCommandOffset());
      consumer.resume(List.of(commands));
      state = ShardState.ACTIVE;
      LOG.info("Shard {} is active with {} aggregates", commands.partition(), runner.size());
    } catch (ExecutionException e) {
      failed(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void failed(@Nullable Throwable why) {
    if (why instanceof BrokenLog || why instanceof UnknownEventType) {
      state = ShardState.FAILED;
      LOG.error("Shard {} stops: its log cannot be trusted", commands.partition(), why);
    } else {
      LOG.warn("Shard {} could not be recovered and tries again", commands.partition(), why);
      recover();
    }
  }

  void take(List<ConsumerRecord<String, byte[]>> records, Outbound outbound) {
    for (var record : records) {
      if (runner == null || outbound.failed()) {
        return;
      }
      runner.take(record);
    }
  }

  void close() {
    state = ShardState.CLOSED;
    runner = null;
  }
}
