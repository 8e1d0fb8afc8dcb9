package io.parley.delivery.session;

import io.parley.delivery.frame.Outgoing;

/// The way out to one client. Nothing here blocks but [#awaitRoom()].
public interface Outlet {
  /// Queues a frame. A client that leaves too much unread is closed with [Closing#TOO_SLOW]; what
  /// is sent to a closed one is lost.
  void send(Outgoing frame);

  /// Queues a protocol ping.
  void ping();

  /// Closes after what is waiting has been written; the first reason counts.
  void close(Closing reason);

  /// An answer to this client is under way.
  void awaitAnswer();

  /// An answer that was under way has been queued, or will never be.
  void answered();

  /// Closes as [#close] does, but not before the answers under way are queued.
  void closeOnceAnswered(Closing reason);

  /// Waits, bounded, until the client has read at least half of what may wait for it; for the
  /// thread that reads from this client. False when there is no client any more.
  boolean awaitRoom();
}
