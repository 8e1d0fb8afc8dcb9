package io.parley.delivery.session;

import io.parley.schemas.signal.Signal;

/// Where signals go; they may get lost.
@FunctionalInterface
public interface Signals {
  /// Sends it to all nodes, without waiting.
  void publish(Signal signal);
}
