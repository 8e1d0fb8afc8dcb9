package io.parley.delivery.session;

import java.time.Instant;

/// All open sessions of one endpoint.
public interface SocketSessions {
  /// Lets every session look at the time.
  void tick(Instant now);

  /// How many are open.
  int open();

  /// Closes every session.
  void closeAll(Closing reason);

  /// How much of what the sessions leave behind them is not yet done; a server that stops waits
  /// for it, bounded.
  default int unfinished() {
    return open();
  }
}
