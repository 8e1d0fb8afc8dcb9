package io.parley.query.live;

import io.parley.edge.trace.Spans;
import io.parley.query.projection.Projector;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A projection with its thread.
final class LiveProjection {
  private static final Logger LOG = LoggerFactory.getLogger(LiveProjection.class);

  private final Projector projector;
  private final Supplier<Consumer<String, byte[]>> consumers;
  private final String topic;
  private final Duration gatherFor;
  private final Stops stops;
  private final ProjectionMeters meters;
  private final Spans spans;
  private final Progress progress = new Progress();
  private @Nullable ProjectionLoop loop;
  private @Nullable Thread thread;

  LiveProjection(
      Projector projector,
      Supplier<Consumer<String, byte[]>> consumers,
      String topic,
      Duration gatherFor,
      Stops stops,
      ProjectionMeters meters,
      Spans spans) {
    this.projector = projector;
    this.consumers = consumers;
    this.topic = topic;
    this.gatherFor = gatherFor;
    this.stops = stops;
    this.meters = meters;
    this.spans = spans;
  }

  String name() {
    return projector.projection().name();
  }

  Projector projector() {
    return projector;
  }

  Progress progress() {
    return progress;
  }

  ProjectionMeters meters() {
    return meters;
  }

  void start() {
    loop =
        new ProjectionLoop(
            projector, consumers.get(), topic, gatherFor, progress, stops, meters, spans);
    thread = Thread.ofPlatform().daemon().name("projection-" + name()).start(loop);
  }

  void requestStop() {
    if (loop != null) {
      loop.stop();
    }
  }

  /// Whether it has ended within this time. A transaction that is under way is waited for, and one
  /// that takes longer is rolled back by the database when its connection goes.
  boolean awaitStop(Duration most) {
    try {
      boolean ended = thread == null || thread.join(most);
      if (!ended) {
        LOG.warn("Projection {} has not ended within {}: it is left behind", name(), most);
      }
      return ended;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
