package io.parley.query.live;

import io.parley.edge.trace.Spans;
import io.parley.query.live.Progress.State;
import io.parley.query.projection.Projector;
import io.parley.query.projection.StalePosition;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The thread of one projection: polls the log and lets the projector apply what comes.
///
/// Positions come from the database, whenever partitions were handed out or anything went wrong.
/// While the database does not answer it tries again, ever more slowly; at a record that cannot be
/// applied it gives up, loudly.
final class ProjectionLoop implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(ProjectionLoop.class);

  private final Projector projector;
  private final Consumer<String, byte[]> consumer;
  private final String topic;
  private final Gathering gathering;
  private final Progress progress;
  private final Spans spans;
  private final Backoff backoff = new Backoff();
  private final OffsetCommits commits;
  private boolean positioned;

  ProjectionLoop(
      Projector projector,
      Consumer<String, byte[]> consumer,
      String topic,
      Duration gatherFor,
      Progress progress,
      Spans spans) {
    this.projector = projector;
    this.consumer = consumer;
    this.topic = topic;
    this.gathering = new Gathering(consumer, gatherFor);
    this.progress = progress;
    this.spans = spans;
    this.commits = new OffsetCommits(consumer);
  }

  /// Ends soon after; any thread.
  void stop() {
    backoff.stop();
    consumer.wakeup();
  }

  @Override
  public void run() {
    try (consumer) {
      consumer.subscribe(List.of(topic), new SeekWhenAssigned());
      progress.is(State.FOLLOWING, null);
      while (!backoff.isStopped()) {
        turn();
      }
      progress.is(State.STOPPED, null);
    } catch (WakeupException e) {
      progress.is(State.STOPPED, null);
    } catch (RuntimeException e) {
      LOG.error("Projection {} has stopped", name(), e);
      progress.is(State.FAILED, e.toString());
    }
  }

  private String name() {
    return projector.projection().name();
  }

  private void turn() {
    try {
      seekWhenNeeded();
      var records = gathering.next();
      if (positioned && !records.isEmpty()) {
        apply(records);
      }
    } catch (StalePosition e) {
      LOG.warn("Projection {}: {}", name(), e.getMessage());
      positioned = false;
    } catch (RuntimeException e) {
      if (!Outage.is(e)) {
        throw e;
      }
      waitForDatabase(e);
    }
  }

  private void apply(List<ConsumerRecord<String, byte[]>> list) {
    try (var _ = spans.followAll("project " + name(), list)) {
      projector.project(list);
    }
    list.forEach(record -> progress.reached(record.partition(), record.offset() + 1));
    recovered();
    commits.whenDue();
    progress.lagsBy(Ends.lag(consumer));
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
      positioned = true;
      recovered();
    }
  }

  private void recovered() {
    if (progress.state() == State.WAITING) {
      LOG.info("Projection {} goes on", name());
      progress.is(State.FOLLOWING, null);
    }
    backoff.reset();
  }

  private void waitForDatabase(RuntimeException e) {
    if (progress.state() != State.WAITING) {
      LOG.warn("Projection {} waits for the database: {}", name(), e.getMessage());
    }
    progress.is(State.WAITING, e.toString());
    positioned = false;
    if (!backoff.pause()) {
      LOG.debug("Projection {} was stopped while it waited", name());
    }
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
      progress.at(Map.of());
    }
  }
}
