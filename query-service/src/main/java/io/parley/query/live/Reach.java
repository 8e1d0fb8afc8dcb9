package io.parley.query.live;

import io.parley.query.live.StoredPositions.Stored;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Knows whether projections have reached a place in the log. About the partitions that this
/// instance follows it knows best itself; about others it asks the database.
@Component
final class Reach {
  private static final Stored NOWHERE = new Stored(0, false);

  private final LiveProjections live;
  private final StoredPositions stored;

  Reach(LiveProjections live, StoredPositions stored) {
    this.live = live;
    this.stored = stored;
  }

  /// How a projection stands to a place in the log.
  enum Answer {
    /// It has everything.
    REACHED,
    /// It will come there.
    BEHIND,
    /// It will not come there before somebody helps: all that is missing comes after a record that
    /// it cannot apply.
    STOPPED
  }

  /// Whether the projection has all before these offsets.
  Answer of(String projection, Map<Integer, Long> ends) {
    var followed = live.positions(projection);
    var behind = new HashMap<>(ends);
    behind.entrySet().removeIf(end -> followed.getOrDefault(end.getKey(), 0L) >= end.getValue());
    if (behind.isEmpty()) {
      return Answer.REACHED;
    }
    var stops = live.stops(projection).keySet();
    boolean waiting =
        behind.keySet().stream().anyMatch(p -> followed.containsKey(p) && !stops.contains(p));
    return waiting ? Answer.BEHIND : inDatabase(projection, behind);
  }

  /// The same, going by what is in the database only.
  Answer inDatabase(String projection, Map<Integer, Long> ends) {
    var positions = stored.of(projection);
    var answer = Answer.REACHED;
    for (var end : ends.entrySet()) {
      var at = positions.getOrDefault(end.getKey(), NOWHERE);
      if (at.next() < end.getValue()) {
        if (!at.stopped()) {
          return Answer.BEHIND;
        }
        answer = Answer.STOPPED;
      }
    }
    return answer;
  }
}
