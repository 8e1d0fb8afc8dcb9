package io.parley.delivery.session;

import java.time.Instant;
import java.util.Collection;

/// All open sessions of one endpoint.
public interface SocketSessions {
  /// Lets every session look at the time.
  void tick(Instant now);

  /// How many are open.
  int open();

  /// Those that are open now.
  Collection<? extends SocketSession> all();

  /// How much of what the sessions leave behind them is not yet done; a server that stops waits
  /// for it, bounded.
  default int unfinished() {
    return open();
  }
}
