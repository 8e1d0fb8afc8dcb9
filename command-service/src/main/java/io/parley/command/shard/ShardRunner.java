package io.parley.command.shard;

import io.parley.command.publicroom.Presence;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import io.parley.schemas.reply.Reply;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs one recovered shard: hands it commands in order, appends what it decides, and answers in
/// order once everything before the answer is in the log. One thread calls [#take]; the producer's
/// thread calls back.
final class ShardRunner {
  private static final Logger LOG = LoggerFactory.getLogger(ShardRunner.class);
  private static final int SETTLE_LOOK_MS = 50;

  private final int partition;
  private final Shard shard;
  private final Outbound outbound;
  private final Queue<Pending> pending = new ArrayDeque<>();
  private final Coverage coverage;
  private final ShardMeters meters;
  private long lastEventOffset;
  private long decided;
  private volatile long landed;

  ShardRunner(int partition, Recovery.Recovered recovered, Outbound outbound, ShardMeters meters) {
    this.partition = partition;
    this.shard = recovered.shard();
    this.lastEventOffset = recovered.nextEvent() - 1;
    this.coverage = new Coverage(recovered.nextEvent());
    this.outbound = outbound;
    this.meters = meters;
  }

  long nextCommandOffset() {
    return shard.nextCommandOffset();
  }

  long size() {
    return shard.size();
  }

  int hot() {
    return shard.hot();
  }

  /// How many appends were decided.
  long appendsDecided() {
    return decided;
  }

  /// How many of them are in the log, in the order of the decisions.
  long appendsLanded() {
    return landed;
  }

  /// Which events are in the shard, of those that are in the log.
  Coverage.Range coverage() {
    return coverage.range();
  }

  /// Somebody has seen that all events below this offset are in the shard.
  void covers(long nextEvent) {
    coverage.known(nextEvent);
  }

  /// Waits until all appends are in the log, or one has failed, or the time is over.
  void settle(long untilNanos) throws InterruptedException {
    synchronized (pending) {
      long left = untilNanos - System.nanoTime();
      while (landed < decided && !outbound.failed() && left > 0) {
        pending.wait(Math.min(left / 1_000_000 + 1, SETTLE_LOOK_MS));
        left = untilNanos - System.nanoTime();
      }
    }
  }

  List<Presence> lostConnections(Predicate<UUID> nodeIsLost, int max) {
    return shard.lostConnections(nodeIsLost, max);
  }

  /// Decides the next command of the partition.
  void take(ConsumerRecord<String, byte[]> record) {
    CommandEnvelope command;
    Step step;
    try {
      command = Intake.read(record, outbound::isPlaced);
      step = shard.handle(record.offset(), Instant.ofEpochMilli(record.timestamp()), command);
    } catch (ShardLost e) {
      throw e;
    } catch (RuntimeException e) {
      putAside(record, Undecided.of(e));
      return;
    }
    switch (step) {
      case Step.Appended appended -> {
        meters.accepted(false);
        append(record, command, appended);
      }
      case Step.Answered answered -> {
        meters.accepted(answered.repeated());
        answerInOrder(
            record, accepted(command.commandId(), answered.repeated(), answered.outcome()));
      }
      case Step.Refused refused -> {
        meters.refused();
        answerInOrder(record, rejected(command.commandId(), refused.reason()));
      }
    }
  }

  /// Answers only what is kept in `chat.commands.dead`; else this shard recovers and comes here
  /// again.
  private void putAside(ConsumerRecord<String, byte[]> record, Undecided why) {
    LOG.warn("Command {}-{} is dead: {}", partition, record.offset(), why.getMessage(), why);
    if (outbound.putAside(record, why)) {
      meters.dead();
      answerInOrder(record, rejected(Intake.commandId(record), Refusal.COMMAND_DEAD));
    }
  }

  private void append(
      ConsumerRecord<String, byte[]> record, CommandEnvelope command, Step.Appended appended) {
    var waits = new Pending(record, accepted(command.commandId(), false, appended.outcome()), true);
    synchronized (pending) {
      pending.add(waits);
      decided++;
    }
    outbound.append(partition, appended, record.headers(), this::appended);
  }

  /// A command that appends nothing is answered behind the appends that were decided before it:
  /// the answer may rest on them.
  private void answerInOrder(ConsumerRecord<String, byte[]> record, Answer answer) {
    synchronized (pending) {
      if (pending.isEmpty()) {
        outbound.reply(record, answer.at(lastEventOffset));
      } else {
        pending.add(new Pending(record, answer, false));
      }
    }
  }

  /// The oldest append on its way has arrived; so have all answers that stood behind it.
  private void appended(long offset) {
    synchronized (pending) {
      lastEventOffset = offset;
      coverage.appended(offset);
      meters.appended(pending.element().record().timestamp());
      do {
        var done = pending.remove();
        outbound.reply(done.record(), done.answer().at(offset));
      } while (!pending.isEmpty() && !pending.element().isAppend());
      landed++;
      pending.notifyAll();
    }
  }

  private Answer accepted(UUID commandId, boolean repeated, Outcome outcome) {
    return offset -> new Reply.Accepted(commandId, partition, offset, repeated, outcome);
  }

  private static Answer rejected(UUID commandId, Refusal reason) {
    return _ -> new Reply.Rejected(commandId, reason);
  }

  private interface Answer {
    Reply at(long lastEventOffset);
  }

  private record Pending(ConsumerRecord<String, byte[]> record, Answer answer, boolean isAppend) {}
}
