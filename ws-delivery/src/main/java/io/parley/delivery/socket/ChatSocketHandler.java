package io.parley.delivery.socket;

import io.parley.delivery.DeliveryProperties;
import io.parley.delivery.session.ChatSession;
import io.parley.delivery.session.ChatSessions;
import io.parley.delivery.session.Outlet;
import io.parley.edge.identity.Caller;
import io.parley.edge.trace.Spans;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The marketplace's sockets.
@Component
final class ChatSocketHandler extends SocketHandler<ChatSession> {
  private final ChatSessions sessions;

  ChatSocketHandler(
      ChatSessions sessions, DeliveryProperties properties, SocketMeters meters, Spans spans) {
    super(properties, properties.sockets().maxFrameBytes(), meters, spans);
    this.sessions = sessions;
  }

  @Override
  ChatSession open(Outlet outlet, Map<String, Object> attributes) {
    return sessions.open(outlet);
  }

  @Override
  void begin(ChatSession session, Map<String, Object> attributes) {
    if (attributes.remove(Handshake.CALLER) instanceof Caller caller) {
      session.admit(caller);
    }
  }
}
