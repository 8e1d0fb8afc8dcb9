package io.parley.delivery.publicroom;

import io.parley.delivery.DeliveryProperties;
import java.time.Instant;
import java.util.Collection;

/// Shows the user list of one room: to all of its sockets at the pace of [ListPacing], to a
/// newcomer at once, and to nobody the same one twice. Belongs to the lock of its room.
final class UserLists {
  private final Roster roster;
  private final Collection<Seat> seats;
  private final ListPacing pacing;
  private final Later later;
  private final Runnable look;

  /// `look` calls [#look(Instant)] under the room's lock.
  UserLists(
      Roster roster,
      Collection<Seat> seats,
      DeliveryProperties.PublicRooms bounds,
      Later later,
      Runnable look) {
    this.roster = roster;
    this.seats = seats;
    this.pacing = new ListPacing(bounds);
    this.later = later;
    this.look = look;
  }

  /// The members have changed.
  void changed(Instant now) {
    follow(pacing.changed(now, entries()), now);
  }

  /// Looks again whether it is time.
  void look(Instant now) {
    follow(pacing.look(now, entries()), now);
  }

  private long entries() {
    return (long) roster.size() * seats.size();
  }

  private void follow(ListPacing.Next next, Instant now) {
    switch (next) {
      case ListPacing.Next.Show _ -> show(roster.version(), now);
      case ListPacing.Next.LookAgainAfter(var pause) -> later.after(pause, look);
      case ListPacing.Next.Wait _ -> {}
    }
  }

  /// Somebody may have seen itself come in.
  void welcome(Instant now) {
    if (roster.isKnown()) {
      show(1, now);
    }
  }

  /// To all who have not been shown this version, or a newer one.
  private void show(long version, Instant now) {
    var readers = seats.stream().filter(seat -> seat.lacksList(version)).toList();
    if (!readers.isEmpty()) {
      var frame = Frames.userList(roster.newestFirst(), now);
      readers.forEach(seat -> seat.list(roster.version(), frame));
    }
  }
}
