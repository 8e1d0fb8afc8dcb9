package io.parley.delivery.session;

import io.parley.delivery.DeliveryProperties;
import java.time.Instant;

/// Pings a client now and then, and ends the connection to one that has fallen silent.
public final class Heartbeat {
  private final DeliveryProperties.Sockets bounds;
  private volatile Instant heardAt;
  private volatile Instant pingedAt;

  /// Of a connection that is open since then.
  public Heartbeat(DeliveryProperties.Sockets bounds, Instant openedAt) {
    this.bounds = bounds;
    this.heardAt = openedAt;
    this.pingedAt = openedAt;
  }

  /// The client has given a sign of life.
  public void heard(Instant now) {
    heardAt = now;
  }

  /// Pings when it is time, closes with [Closing#SILENT] when nothing was heard for too long.
  public void tick(Instant now, Outlet outlet) {
    if (!now.isBefore(heardAt.plus(bounds.silenceAtMost()))) {
      outlet.close(Closing.SILENT);
    } else if (!now.isBefore(pingedAt.plus(bounds.pingEvery()))) {
      pingedAt = now;
      outlet.ping();
    }
  }
}
