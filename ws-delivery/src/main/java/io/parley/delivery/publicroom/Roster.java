package io.parley.delivery.publicroom;

import io.parley.schemas.Member;
import io.parley.schemas.Visitor;
import io.parley.schemas.event.PublicRoomEvent;
import io.parley.schemas.event.PublicRoomEvent.ConnectionClosed;
import io.parley.schemas.event.PublicRoomEvent.PublicMessageSent;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomChanged;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomDeleted;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomOpened;
import io.parley.schemas.event.PublicRoomEvent.VisitorChanged;
import io.parley.schemas.event.PublicRoomEvent.VisitorJoined;
import io.parley.schemas.event.PublicRoomEvent.VisitorLeft;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Who is in one room: told once, with the answer to a join, and from then on folded from the
/// room's events.
///
/// The answer and the events come by two ways. Events that are there first are held, bounded; of
/// those that the answer already counts nothing is folded again.
final class Roster {
  /// What an event was to the roster.
  enum Change {
    /// It has come before.
    REPEATED,
    /// It changes nothing of who is in, or that is not known yet.
    NONE,
    /// Somebody is in, is called or looks other than before.
    MEMBERS,
    /// An event is missing before it, or too many wait for the answer: nothing is certain any
    /// more.
    LOST
  }

  private record Held(long seq, Instant time, PublicRoomEvent event) {}

  private final int heldAtMost;
  private final ArrayDeque<Held> held = new ArrayDeque<>();
  private final LinkedHashMap<UUID, Member> members = new LinkedHashMap<>();
  private boolean known;
  private long newest;
  private long folded;
  private long version;

  Roster(int heldAtMost) {
    this.heldAtMost = heldAtMost;
  }

  /// Whether it has been told who is in.
  boolean isKnown() {
    return known;
  }

  /// Those who were in after the event `seq`, who came last first. Of several answers the first
  /// counts: the others say the same, or less.
  void told(long seq, List<Member> newestFirst) {
    if (known) {
      return;
    }
    known = true;
    folded = seq;
    version++;
    newestFirst.reversed().forEach(member -> members.put(member.visitor().id(), member));
    held.stream().filter(h -> h.seq > seq).forEach(h -> fold(h.seq, h.time, h.event));
    held.clear();
  }

  /// The room's next event, or one that has come before.
  Change event(long seq, Instant time, PublicRoomEvent event) {
    var place = place(seq);
    if (place != Change.NONE) {
      return place;
    }
    if (!known) {
      held.add(new Held(seq, time, event));
      return Change.NONE;
    }
    return seq > folded && fold(seq, time, event) ? Change.MEMBERS : Change.NONE;
  }

  /// The same of an event that this version does not know. It is taken to change nothing of who is
  /// in.
  Change unknown(long seq) {
    var place = place(seq);
    if (place == Change.NONE && known) {
      folded = Math.max(folded, seq);
    }
    return place;
  }

  /// Whether the event comes in its place; from then on it has come.
  private Change place(long seq) {
    if (seq <= newest) {
      return Change.REPEATED;
    }
    boolean gap = newest > 0 ? seq > newest + 1 : known && seq > folded + 1;
    if (gap || held.size() >= heldAtMost) {
      return Change.LOST;
    }
    newest = seq;
    return Change.NONE;
  }

  private boolean fold(long seq, Instant time, PublicRoomEvent event) {
    folded = seq;
    boolean changed =
        switch (event) {
          case VisitorJoined joined -> joined(joined.visitor(), time);
          case VisitorChanged changedNow -> replaced(changedNow.visitor());
          case VisitorLeft left -> members.remove(left.visitor().id()) != null;
          case PublicRoomDeleted _ -> cleared();
          case PublicRoomOpened _, PublicRoomChanged _, ConnectionClosed _, PublicMessageSent _ ->
              false;
        };
    version += changed ? 1 : 0;
    return changed;
  }

  private boolean joined(Visitor visitor, Instant time) {
    if (!replaced(visitor)) {
      members.put(visitor.id(), new Member(visitor, time));
    }
    return true;
  }

  private boolean replaced(Visitor visitor) {
    return members.computeIfPresent(
            visitor.id(), (_, before) -> new Member(visitor, before.joinedAt()))
        != null;
  }

  private boolean cleared() {
    boolean anybody = !members.isEmpty();
    members.clear();
    return anybody;
  }

  /// Who is in, who came last first.
  List<Member> newestFirst() {
    return new ArrayList<>(members.sequencedValues().reversed());
  }

  /// How many are in.
  int size() {
    return members.size();
  }

  /// A visitor as it is called now, when it is in.
  Optional<Visitor> visitor(UUID id) {
    return Optional.ofNullable(members.get(id)).map(Member::visitor);
  }

  /// Grows whenever the members change.
  long version() {
    return version;
  }
}
