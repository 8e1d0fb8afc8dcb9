package io.parley.delivery.socket;

import io.parley.delivery.frame.Outgoing;
import io.parley.delivery.session.Closing;
import java.io.IOException;
import java.util.List;

/// The blocking way onto the network; used by one thread at a time.
interface Wire {
  /// Writes the frames, all at once, and first a ping when one is due. Blocks for a bounded time.
  void write(List<Outgoing> frames, boolean ping) throws IOException;

  /// Says goodbye, and why.
  void close(Closing reason) throws IOException;

  /// Drops the connection.
  void abort();
}
