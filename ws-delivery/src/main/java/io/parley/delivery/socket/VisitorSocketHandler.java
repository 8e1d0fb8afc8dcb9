package io.parley.delivery.socket;

import io.parley.delivery.DeliveryProperties;
import io.parley.delivery.publicroom.Visit;
import io.parley.delivery.publicroom.VisitorSession;
import io.parley.delivery.publicroom.VisitorSessions;
import io.parley.delivery.session.Outlet;
import io.parley.edge.trace.Spans;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// The sockets of the public rooms' visitors.
@Component
final class VisitorSocketHandler extends SocketHandler<VisitorSession> {
  private final VisitorSessions sessions;

  VisitorSocketHandler(
      VisitorSessions sessions, DeliveryProperties properties, SocketMeters meters, Spans spans) {
    super(properties, properties.publicRooms().maxFrameBytes(), meters, spans);
    this.sessions = sessions;
  }

  @Override
  VisitorSession open(Outlet outlet, Map<String, Object> attributes) {
    var visit = (Visit) attributes.remove(VisitorHandshake.VISIT);
    return sessions.open(outlet, Objects.requireNonNull(visit));
  }

  @Override
  void begin(VisitorSession session, Map<String, Object> attributes) {
    session.opened();
  }
}
