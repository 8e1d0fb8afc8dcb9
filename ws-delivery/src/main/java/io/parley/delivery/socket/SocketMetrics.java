package io.parley.delivery.socket;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.parley.delivery.session.ChatSessions;
import io.parley.delivery.session.Subscriptions;
import org.springframework.stereotype.Component;

/// How many sockets are open, and what they see.
@Component
final class SocketMetrics implements MeterBinder {
  private final ChatSessions sessions;
  private final Subscriptions subscriptions;

  SocketMetrics(ChatSessions sessions, Subscriptions subscriptions) {
    this.sessions = sessions;
    this.subscriptions = subscriptions;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("parley.delivery.sockets", sessions, ChatSessions::open)
        .description("Open sockets")
        .register(registry);
    Gauge.builder("parley.delivery.joins", sessions, ChatSessions::joined)
        .description("Rooms that sockets have joined, each counted as often as it was")
        .register(registry);
    Gauge.builder("parley.delivery.rooms", subscriptions, Subscriptions::rooms)
        .description("Rooms that somebody here has joined")
        .register(registry);
  }
}
