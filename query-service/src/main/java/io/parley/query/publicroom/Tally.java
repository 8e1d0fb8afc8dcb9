package io.parley.query.publicroom;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How many there are of what, counted as it happens, so that nobody has to count when asked.
final class Tally {
  static final String ROOMS = "rooms";
  static final String PUBLIC_ROOMS = "public_rooms";
  static final String MESSAGES = "messages";
  static final String VISITORS = "visitors";

  /// All of them are there from the first batch on, whatever it adds to which.
  static final String BEGIN =
      "insert into {schema}.tally (name, value) select n, 0 from {rows} n on conflict do nothing";

  static final List<String> NAMES = List.of(ROOMS, PUBLIC_ROOMS, MESSAGES, VISITORS);

  /// Touches rows in the order of their names, so that two instances never wait for each other in
  /// a circle.
  static final String ADD =
      """
      insert into {schema}.tally as t (name, value) select * from {rows}
      on conflict (name) do update set value = t.value + excluded.value
      """;

  private Tally() {}

  /// What a batch adds, or takes away where it is negative; only what is not zero.
  static Map<String, Long> between(Before.Rows before, Batch after) {
    var added = new TreeMap<String, Long>();
    add(added, before.rooms().values(), -1);
    add(added, after.rooms().values(), 1);
    added.put(VISITORS, (long) after.visitors().size() - before.visitors().size());
    added.values().removeIf(value -> value == 0);
    return added;
  }

  private static void add(Map<String, Long> sums, Collection<PublicRoom> rooms, long sign) {
    for (var room : rooms) {
      sums.merge(ROOMS, sign, Long::sum);
      sums.merge(PUBLIC_ROOMS, room.settings().isPublic() ? sign : 0, Long::sum);
      sums.merge(MESSAGES, sign * room.totalMessages(), Long::sum);
    }
  }
}
