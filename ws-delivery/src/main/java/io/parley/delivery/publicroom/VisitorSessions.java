package io.parley.delivery.publicroom;

import io.parley.delivery.session.Outlet;
import io.parley.delivery.session.SocketSessions;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Opens visitors' sessions and knows those that are open.
@Component
public final class VisitorSessions implements SocketSessions {
  private final VisitorServices services;
  private final Set<VisitorSession> sessions = ConcurrentHashMap.newKeySet();

  VisitorSessions(VisitorServices services) {
    this.services = services;
  }

  /// A visitor has connected; [VisitorSession#opened()] is called next.
  public VisitorSession open(Outlet outlet, Visit visit) {
    var session = new VisitorSession(outlet, visit, services, sessions::remove);
    sessions.add(session);
    return session;
  }

  @Override
  public void tick(Instant now) {
    sessions.forEach(session -> session.tick(now));
    services.rooms().tick(now);
  }

  @Override
  public int open() {
    return sessions.size();
  }

  @Override
  public Collection<VisitorSession> all() {
    return sessions;
  }

  /// Sockets that are open, and leaves that the rooms have not acknowledged.
  @Override
  public int unfinished() {
    return open() + services.leaving().waiting();
  }

  /// How many rooms are seen here.
  public int rooms() {
    return services.rooms().count();
  }

  /// How many leaves the rooms have not acknowledged.
  public int leaving() {
    return services.leaving().waiting();
  }
}
