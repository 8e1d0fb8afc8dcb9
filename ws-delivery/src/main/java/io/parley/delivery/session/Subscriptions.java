package io.parley.delivery.session;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Which rooms are seen by whom on this node.
@Component
public final class Subscriptions {
  private final ConcurrentHashMap<UUID, Set<Subscription>> byRoom = new ConcurrentHashMap<>();

  /// Those of one room. Whoever was added before this was called is among them.
  public Set<Subscription> of(UUID room) {
    return byRoom.getOrDefault(room, Set.of());
  }

  /// How many rooms are seen by somebody here.
  public int rooms() {
    return byRoom.size();
  }

  void add(Subscription subscription) {
    byRoom.compute(
        subscription.room(),
        (_, present) -> {
          Set<Subscription> all = present == null ? ConcurrentHashMap.newKeySet(2) : present;
          all.add(subscription);
          return all;
        });
  }

  void remove(Subscription subscription) {
    subscription.end();
    byRoom.computeIfPresent(
        subscription.room(),
        (_, all) -> {
          all.remove(subscription);
          return all.isEmpty() ? null : all;
        });
  }
}
