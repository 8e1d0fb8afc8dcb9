package io.parley.delivery.session;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// The rooms that one socket has joined, or is joining.
final class JoinedRooms {
  private final Subscriptions subscriptions;
  private final ConcurrentHashMap<UUID, Subscription> rooms = new ConcurrentHashMap<>(2);
  private volatile boolean over;

  JoinedRooms(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  int size() {
    return rooms.size();
  }

  Optional<Subscription> of(UUID room) {
    return Optional.ofNullable(rooms.get(room));
  }

  /// Frames of the room are held for the socket from now on.
  void add(Subscription subscription) {
    rooms.put(subscription.room(), subscription);
    subscriptions.add(subscription);
    if (over) {
      leave(subscription.room());
    }
  }

  void leave(UUID room) {
    var subscription = rooms.remove(room);
    if (subscription != null) {
      subscriptions.remove(subscription);
    }
  }

  /// The socket is closed.
  void leaveAll() {
    over = true;
    rooms.keySet().forEach(this::leave);
  }
}
