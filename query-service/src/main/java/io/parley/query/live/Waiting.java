package io.parley.query.live;

import io.parley.query.live.Progress.State;
import io.parley.query.projection.Outage;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How a projection behaves while it cannot work: takes no records, stays in its consumer group,
/// says once what is wrong.
final class Waiting {
  private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);

  private final String projection;
  private final Consumer<String, byte[]> consumer;
  private final Progress progress;
  private final Backoff backoff = new Backoff();

  Waiting(String projection, Consumer<String, byte[]> consumer, Progress progress) {
    this.projection = projection;
    this.consumer = consumer;
    this.progress = progress;
  }

  void stop() {
    backoff.stop();
  }

  boolean isStopped() {
    return backoff.isStopped();
  }

  /// It works again.
  void isOver() {
    if (progress.state() == State.WAITING || progress.state() == State.FAILED) {
      LOG.info("Projection {} goes on", projection);
      progress.is(State.FOLLOWING, null);
    }
    backoff.reset();
  }

  /// Returns when it is time to try again.
  void after(RuntimeException e) {
    if (Outage.is(e) || e instanceof RetriableException) {
      if (progress.state() != State.WAITING) {
        LOG.warn("Projection {} waits: {}", projection, e.getMessage());
      }
      progress.is(State.WAITING, e.toString());
    } else {
      if (progress.state() != State.FAILED || !Objects.equals(progress.reason(), e.toString())) {
        LOG.error("Projection {} cannot work", projection, e);
      }
      progress.is(State.FAILED, e.toString());
    }
    pause();
  }

  /// The group takes whoever does not poll for dead. What a poll brings nevertheless, after a
  /// rebalance, is fetched again.
  private void pause() {
    try {
      consumer.pause(consumer.assignment());
      consumer.poll(backoff.next());
    } catch (WakeupException e) {
      throw e;
    } catch (KafkaException e) {
      LOG.debug("Projection {} could not poll: {}", projection, e.toString());
      backoff.pause();
    }
  }
}
