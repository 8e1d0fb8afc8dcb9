package io.parley.delivery.session;

import io.parley.delivery.DeliveryProperties;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import org.springframework.stereotype.Component;

/// Opens sessions and knows those that are open.
@Component
public final class ChatSessions implements SocketSessions {
  private final SessionServices services;
  private final InstantSource clock = InstantSource.system();

  ChatSessions(
      DeliveryProperties properties,
      People people,
      Subscriptions subscriptions,
      Authentication authentication,
      RoomJoin join,
      Sending sending,
      Signals signals) {
    this.services =
        new SessionServices(
            properties, people, subscriptions, authentication, join, sending, signals);
  }

  /// A client has connected; who it is will be said by [ChatSession#admit] or by its first frame.
  public ChatSession open(Outlet outlet) {
    var session = new ChatSession(outlet, services, clock);
    services.people().arrive(session);
    return session;
  }

  @Override
  public void tick(Instant now) {
    services.people().all().forEach(session -> session.tick(now));
  }

  @Override
  public int open() {
    return services.people().all().size();
  }

  /// How many rooms they have joined, each counted as often as it was.
  public int joined() {
    return services.people().all().stream().mapToInt(ChatSession::rooms).sum();
  }

  @Override
  public Collection<ChatSession> all() {
    return services.people().all();
  }
}
