package io.parley.delivery.publicroom;

import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// How many sockets each visitor has open on this node.
@Component
final class PerVisitor {
  private final ConcurrentHashMap<UUID, Integer> sockets = new ConcurrentHashMap<>();

  /// One more; false when it has as many as it may already, then it was not counted.
  boolean enter(UUID visitor, int atMost) {
    var counted = new boolean[1];
    sockets.compute(
        visitor,
        (_, before) -> {
          int present = before == null ? 0 : before;
          counted[0] = present < atMost;
          return counted[0] ? Integer.valueOf(present + 1) : before;
        });
    return counted[0];
  }

  void leave(UUID visitor) {
    sockets.computeIfPresent(visitor, (_, present) -> present == 1 ? null : present - 1);
  }
}
