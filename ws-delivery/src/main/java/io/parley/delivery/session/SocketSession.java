package io.parley.delivery.session;

import java.time.Instant;

/// What one open socket does, whichever endpoint it came to. What the client says comes in on one
/// thread, in order; time and the end may come from any other.
public interface SocketSession {
  /// A text frame has come in, whole.
  void text(String text);

  /// The client has given a sign of life.
  void heard();

  /// Looks whether it is time for a ping or for the end.
  void tick(Instant now);

  /// Closes the connection.
  void close(Closing reason);

  /// Closes the connection once the answers that are under way have been given.
  void retire(Closing reason);

  /// The connection is closed, or about to be: nothing is shown to it any more. Called once.
  void closed();
}
