package io.parley.delivery.publicroom;

import io.parley.delivery.DeliveryProperties;
import io.parley.delivery.session.Signals;
import io.parley.delivery.session.SocketSessions;
import io.parley.schemas.signal.Signal;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// This run of this process: a random id, and regular signs that it lives. While they are heard,
/// nobody but the node itself says that its visitors leave.
@Component
final class ThisNode implements SmartLifecycle {
  private final UUID id = UUID.randomUUID();
  private final Signals signals;
  private final Later later;
  private final DeliveryProperties properties;
  private final ObjectProvider<SocketSessions> sessions;
  private volatile boolean running;

  ThisNode(
      Signals signals,
      Later later,
      DeliveryProperties properties,
      ObjectProvider<SocketSessions> sessions) {
    this.signals = signals;
    this.later = later;
    this.properties = properties;
    this.sessions = sessions;
  }

  UUID id() {
    return id;
  }

  @Override
  public void start() {
    running = true;
    var all = sessions.stream().toList();
    later.every(properties.publicRooms().aliveEvery(), () -> sign(all));
  }

  private void sign(List<SocketSessions> all) {
    if (running) {
      long sockets = all.stream().mapToLong(SocketSessions::open).sum();
      signals.publish(new Signal.NodeAlive(id, sockets));
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// Before there are sockets, and until they are gone.
  @Override
  public int getPhase() {
    return 0;
  }
}
