package io.parley.command.shard;

import io.parley.command.aggregate.AggregateState;
import io.parley.command.publicroom.Presence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All that a shard knows, for comparing.
record Contents(Map<UUID, Known> aggregates, Set<Presence> connections, long nextCommand) {
  /// One aggregate; what it remembers is in order.
  record Known(
      @Nullable AggregateState state,
      long sequence,
      @Nullable String lastHash,
      List<Map.Entry<UUID, Memory.Remembered>> memory) {
    static Known of(Slot slot) {
      var memory = new ArrayList<Map.Entry<UUID, Memory.Remembered>>();
      slot.memory().forEach((id, outcome) -> memory.add(Map.entry(id, outcome)));
      return new Known(slot.state(), slot.sequence(), slot.lastHash(), memory);
    }
  }

  /// Of the aggregates that these events speak of.
  static Contents of(Shard shard, List<Written> log) {
    var known = new HashMap<UUID, Known>();
    for (var event : log) {
      known.computeIfAbsent(
          UUID.fromString(event.aggregate()),
          id -> Known.of(Objects.requireNonNull(shard.slot(id), "it has had an event")));
    }
    return new Contents(
        known,
        new HashSet<>(shard.lostConnections(_ -> true, Integer.MAX_VALUE)),
        shard.nextCommandOffset());
  }
}
