package io.parley.command.shard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The snapshots of one partition as the broker has them: whoever opened it last may write.
final class SnapshotTopic {
  private final boolean fences;
  private final List<Map.Entry<String, byte[]>> records = new ArrayList<>();
  private int epoch;

  SnapshotTopic(boolean fences) {
    this.fences = fences;
  }

  int open() {
    return ++epoch;
  }

  /// Whether this writer may still write; then all of it is there at once.
  boolean commit(int writer, List<Capture.Snapshot> snapshots, Checkpoint checkpoint) {
    if (fences && writer != epoch) {
      return false;
    }
    snapshots.forEach(s -> records.add(Map.entry(s.id().toString(), s.encoded())));
    records.add(Map.entry(Checkpoint.KEY, checkpoint.toBytes()));
    return true;
  }

  /// What a recovery makes of it and the log, by the snapshots; nothing where there is none.
  @Nullable Shard recovered(int maxHot, List<Written> log, Fault fault) {
    var reader = new SnapshotReader(new HeapStore());
    records.forEach(record -> reader.take(record.getKey(), record.getValue()));
    var shard = reader.shard(maxHot, 0, log.size());
    if (shard != null) {
      log.subList((int) reader.nextEvent(), log.size()).stream()
          .filter(event -> fault != Fault.DROPPED_EVENTS_UNCOUNTED || isNew(shard, event))
          .forEach(event -> shard.replay(event.event(), event.value()));
    }
    return shard;
  }

  private static boolean isNew(Shard shard, Written event) {
    var slot = shard.slot(UUID.fromString(event.aggregate()));
    return slot == null || slot.sequence() < event.sequence();
  }
}
