package io.parley.query.live;

import io.parley.edge.trace.Spans;
import io.parley.query.projection.Projector;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.jspecify.annotations.Nullable;

/// A projection with its thread.
final class LiveProjection {
  private final Projector projector;
  private final Supplier<Consumer<String, byte[]>> consumers;
  private final String topic;
  private final Duration gatherFor;
  private final Spans spans;
  private final Progress progress = new Progress();
  private @Nullable ProjectionLoop loop;
  private @Nullable Thread thread;

  LiveProjection(
      Projector projector,
      Supplier<Consumer<String, byte[]>> consumers,
      String topic,
      Duration gatherFor,
      Spans spans) {
    this.projector = projector;
    this.consumers = consumers;
    this.topic = topic;
    this.gatherFor = gatherFor;
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

  void start() {
    loop = new ProjectionLoop(projector, consumers.get(), topic, gatherFor, progress, spans);
    thread = Thread.ofPlatform().name("projection-" + name()).start(loop);
  }

  void requestStop() {
    if (loop != null) {
      loop.stop();
    }
  }

  void awaitStop() {
    try {
      if (thread != null) {
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
