package io.parley.delivery.fanout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/// The newest event seen of each of the rooms that were active last: an event that comes twice
/// into the log counts once.
final class NewestSequences {
  private final Map<UUID, Long> newest;

  NewestSequences(int rooms) {
    this.newest =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<UUID, Long> eldest) {
            return size() > rooms;
          }
        };
  }

  boolean isNew(UUID room, long sequence) {
    var last = newest.get(room);
    if (last != null && sequence <= last) {
      return false;
    }
    newest.put(room, sequence);
    return true;
  }
}
