package io.parley.delivery.publicroom;

import io.parley.delivery.DeliveryProperties;
import java.time.Duration;
import java.time.Instant;

/// How often one room's user list is shown to everybody in it, so that a thousand joins do not
/// cost a million lists.
///
/// A change after a quiet time is shown at once (the leading edge). After a list was shown the
/// next one waits for max(`listEvery`, entries x `listPerEntry`), but never longer than
/// `listAtMost`; the entries are those of all the lists that went out, members x sockets, so that
/// what a room costs in bytes a second is bounded; changes that come meanwhile are shown together
/// when that time is over (the trailing edge), so the last list that is shown is always the right
/// one.
final class ListPacing {
  private final DeliveryProperties.PublicRooms bounds;
  private Instant next = Instant.MIN;
  private boolean waiting;

  ListPacing(DeliveryProperties.PublicRooms bounds) {
    this.bounds = bounds;
  }

  /// What to do now that the list has changed.
  sealed interface Next {
    /// Show it to everybody now.
    record Show() implements Next {}

    /// Nothing now, but look again after this time.
    record LookAgainAfter(Duration pause) implements Next {}

    /// Nothing: somebody will look again already.
    record Wait() implements Next {}
  }

  /// The list has changed.
  Next changed(Instant now, long entries) {
    if (waiting) {
      return new Next.Wait();
    }
    if (now.isBefore(next)) {
      waiting = true;
      return new Next.LookAgainAfter(Duration.between(now, next));
    }
    shown(now, entries);
    return new Next.Show();
  }

  /// Looks again, as was asked for. Whoever looks too early is asked to look again.
  Next look(Instant now, long entries) {
    waiting = false;
    return changed(now, entries);
  }

  private void shown(Instant now, long entries) {
    var pause = bounds.listPerEntry().multipliedBy(entries);
    pause = pause.compareTo(bounds.listEvery()) < 0 ? bounds.listEvery() : pause;
    next = now.plus(pause.compareTo(bounds.listAtMost()) > 0 ? bounds.listAtMost() : pause);
  }
}
