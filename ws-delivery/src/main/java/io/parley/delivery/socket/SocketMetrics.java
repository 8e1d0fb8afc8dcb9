package io.parley.delivery.socket;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.parley.delivery.publicroom.VisitorSessions;
import io.parley.delivery.session.ChatSessions;
import io.parley.delivery.session.Subscriptions;
import org.springframework.stereotype.Component;

/// How many sockets are open, and what they see.
@Component
final class SocketMetrics implements MeterBinder {
  private final ChatSessions sessions;
  private final VisitorSessions visitors;
  private final Subscriptions subscriptions;

  SocketMetrics(ChatSessions sessions, VisitorSessions visitors, Subscriptions subscriptions) {
    this.sessions = sessions;
    this.visitors = visitors;
    this.subscriptions = subscriptions;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("parley.sockets", sessions, ChatSessions::open)
        .description("Open sockets, of the marketplace (chat) and of the public rooms (public)")
        .tag("kind", "chat")
        .register(registry);
    Gauge.builder("parley.delivery.joins", sessions, ChatSessions::joined)
        .description("Rooms that sockets have joined, each counted as often as it was")
        .register(registry);
    Gauge.builder("parley.delivery.rooms", subscriptions, Subscriptions::rooms)
        .description("Rooms that somebody here has joined")
        .register(registry);
    Gauge.builder("parley.sockets", visitors, VisitorSessions::open)
        .description("Open sockets, of the marketplace (chat) and of the public rooms (public)")
        .tag("kind", "public")
        .register(registry);
    Gauge.builder("parley.delivery.public.rooms", visitors, VisitorSessions::rooms)
        .description("Public rooms that somebody here is in")
        .register(registry);
    Gauge.builder("parley.delivery.public.leaving", visitors, VisitorSessions::leaving)
        .description("Visitors who are gone and whose rooms have not acknowledged it")
        .register(registry);
  }
}
