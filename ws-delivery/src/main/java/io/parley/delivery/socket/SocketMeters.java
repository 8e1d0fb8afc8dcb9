package io.parley.delivery.socket;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/// Counts what goes out, and how sockets end.
@Component
final class SocketMeters {
  private static final String BY_CLIENT = "client";

  private final MeterRegistry registry;
  private final Counter sent;

  SocketMeters(MeterRegistry registry) {
    this.registry = registry;
    this.sent =
        Counter.builder("parley.frames.sent")
            .description("Frames that were written to sockets")
            .register(registry);
  }

  void sent(int frames) {
    sent.increment(frames);
  }

  /// We have closed a socket with this code.
  void closed(int code) {
    closed(String.valueOf(code));
  }

  /// The client has, or the connection broke.
  void closedByClient() {
    closed(BY_CLIENT);
  }

  private void closed(String code) {
    Counter.builder("parley.sockets.closed")
        .description("Sockets that were closed, by our close code; client where we did not close")
        .tag("code", code)
        .register(registry)
        .increment();
  }
}
