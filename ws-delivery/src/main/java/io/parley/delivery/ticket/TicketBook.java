package io.parley.delivery.ticket;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The tickets that can be used, as the log tells it. Every node reads the same records of a
/// ticket in the same order, so all agree on who was the first to use it. Times are those at which
/// this node read: no two clocks are compared.
final class TicketBook {
  private record Ticket(String sealed, long endsAt) {}

  private final Map<String, Ticket> usable = new LinkedHashMap<>();
  private final long lifetimeNanos;
  private final int atMost;

  TicketBook(Duration lifetime, int atMost) {
    this.lifetimeNanos = lifetime.toNanos();
    this.atMost = atMost;
  }

  /// A ticket was made. False when there are so many that this one is not kept.
  boolean issued(String id, String sealed, long now) {
    forgetEnded(now);
    return usable.size() < atMost
        && usable.putIfAbsent(id, new Ticket(sealed, now + lifetimeNanos)) == null;
  }

  /// Somebody uses a ticket: its sealed credentials for the first one, empty for every other.
  Optional<String> used(String id, long now) {
    forgetEnded(now);
    return Optional.ofNullable(usable.remove(id)).map(Ticket::sealed);
  }

  /// Records may have been missed, and uses among them.
  void forgetAll() {
    usable.clear();
  }

  /// The oldest come first.
  private void forgetEnded(long now) {
    var oldest = usable.values().iterator();
    while (oldest.hasNext() && oldest.next().endsAt - now <= 0) {
      oldest.remove();
    }
  }
}
