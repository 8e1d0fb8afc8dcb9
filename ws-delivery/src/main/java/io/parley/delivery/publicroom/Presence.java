package io.parley.delivery.publicroom;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whether one socket is in its room, and by which connection: whoever finds that the two have
/// parted sends the leave, exactly one of the thread that joins and the one that sees the end.
final class Presence {
  private @Nullable UUID connection;
  private boolean in;
  private boolean over;

  /// A fresh connection to join by, or null when the socket is gone.
  synchronized @Nullable UUID begin() {
    if (over) {
      return null;
    }
    in = false;
    connection = UUID.randomUUID();
    return connection;
  }

  /// The join was accepted. False when the socket is gone meanwhile: then whoever joined leaves.
  synchronized boolean joined() {
    in = !over;
    return in;
  }

  /// The socket is gone: the connection to leave by, or null when there is none, or when whoever
  /// is about to join by it will.
  synchronized @Nullable UUID end() {
    over = true;
    if (!in) {
      return null;
    }
    in = false;
    return connection;
  }
}
