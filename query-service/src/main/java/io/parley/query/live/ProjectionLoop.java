package io.parley.query.live;

import io.parley.edge.trace.Spans;
import io.parley.query.live.Progress.State;
import io.parley.query.projection.Applied;
import io.parley.query.projection.Isolation;
import io.parley.query.projection.Projector;
import io.parley.query.projection.StalePosition;
import io.parley.query.projection.UnappliableRecord;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread of one projection: polls the log and lets the projector apply what comes.
///
/// Positions come from the database, whenever partitions were handed out or anything went wrong.
/// At a record that cannot be applied it leaves that partition alone, loudly, until somebody skips
/// the record; it stays in the consumer group, so that the partition does not stop one instance
/// after the other, and follows the other partitions. While the database or the log does not
/// answer it takes no records and tries again, ever more slowly.
final class ProjectionLoop implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ProjectionLoop.class);
  private static final Duration CLOSE = Duration.ofSeconds(5);

  private final Projector projector;
  private final Consumer<String, byte[]> consumer;
  private final String topic;
  private final Gathering gathering;
  private final Progress progress;
  private final Isolation isolation;
  private final Stopping stopping;
  private final ProjectionMeters meters;
  private final Spans spans;
  private final OffsetCommits commits;
  private final Waiting waiting;
  private boolean positioned;

  ProjectionLoop(
      Projector projector,
      Consumer<String, byte[]> consumer,
      String topic,
      Duration gatherFor,
      Progress progress,
      Stops stops,
      ProjectionMeters meters,
      Spans spans) {
    this.projector = projector;
    this.consumer = consumer;
    this.topic = topic;
    this.gathering = new Gathering(consumer, gatherFor);
    this.progress = progress;
    this.meters = meters;
    this.isolation = new Isolation(projector, this::done);
    this.stopping = new Stopping(projector, stops, progress);
    this.spans = spans;
    this.commits = new OffsetCommits(consumer);
    this.waiting = new Waiting(name(), consumer, progress);
  }

  /// Ends soon after; any thread.
  void stop() {
    waiting.stop();
    consumer.wakeup();
  }

  @Override
  public void run() {
    try {
      consumer.subscribe(List.of(topic), new SeekWhenAssigned());
      progress.is(State.FOLLOWING, null);
      while (!waiting.isStopped()) {
        turn();
      }
      progress.is(State.ENDED, null);
    } catch (WakeupException e) {
      progress.is(State.ENDED, null);
    } catch (RuntimeException e) {
      LOG.error("Projection {} has ended", name(), e);
      progress.is(State.FAILED, e.toString());
    } finally {
      progress.isNowhere();
      consumer.close(CloseOptions.timeout(CLOSE));
    }
  }

  private String name() {
    return projector.projection().name();
  }

  private void turn() {
    try {
      if (stopping.somebodyHelped()) {
        positioned = false;
      }
      seekWhenNeeded();
      var records = gathering.next();
      if (positioned && !records.isEmpty()) {
        apply(records);
        commits.whenDue();
      }
    } catch (StalePosition e) {
      LOG.warn("Projection {}: {}", name(), e.getMessage());
      positioned = false;
    } catch (WakeupException | InterruptException | FencedInstanceIdException e) {
      throw e;
    } catch (RuntimeException e) {
      positioned = false;
      waiting.after(e);
    }
  }

  /// All of them, but for what comes after a record that cannot be applied in its partition.
  private void apply(List<ConsumerRecord<String, byte[]>> records) {
    try (var _ = spans.followAll("project " + name(), records)) {
      applyAll(records);
    }
  }

  private void applyAll(List<ConsumerRecord<String, byte[]>> records) {
    for (var left = records; !left.isEmpty(); ) {
      try {
        isolation.project(left);
        left = List.of();
      } catch (UnappliableRecord e) {
        var stop = stopping.at(e);
        consumer.pause(List.of(new TopicPartition(topic, stop.position().partition())));
        left = left.stream().filter(projector::isAhead).filter(r -> isBefore(r, stop)).toList();
      }
    }
  }

  private static boolean isBefore(ConsumerRecord<?, ?> record, Stop stop) {
    return record.partition() != stop.position().partition()
        || record.offset() < stop.position().offset();
  }

  private void done(List<ConsumerRecord<String, byte[]>> records, Applied applied) {
    records.forEach(record -> progress.reached(record.partition(), record.offset() + 1));
    meters.count(records, applied);
    for (var skipped : applied.skipped()) {
      LOG.warn("Projection {} has skipped the record at {}", name(), skipped);
    }
    waiting.isOver();
  }

  private void seekWhenNeeded() {
    if (positioned) {
      return;
    }
    if (progress.endsAtStart() == null) {
      progress.startsWith(Ends.of(consumer, topic));
    }
    var assigned = consumer.assignment();
    if (!assigned.isEmpty()) {
      var positions = projector.seek(assigned.stream().map(TopicPartition::partition).toList());
      Ends.check(consumer, topic, positions);
      positions.forEach((p, offset) -> consumer.seek(new TopicPartition(topic, p), offset));
      progress.at(positions);
      consumer.resume(assigned);
      consumer.pause(
          progress.stops().keySet().stream().map(p -> new TopicPartition(topic, p)).toList());
      positioned = true;
    }
    waiting.isOver();
  }

  /// What the same poll may already have fetched from elsewhere is dropped, and fetched again.
  private final class SeekWhenAssigned implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      positioned = false;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      positioned = false;
      progress.isNowhere();
    }
  }
}
