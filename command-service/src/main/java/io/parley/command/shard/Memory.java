package io.parley.command.shard;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/// The commands that an aggregate has recently accepted, so that asking again gives the original
/// outcome: those of the last ten minutes of broker time, at most 2,000. Folded from the events,
/// so the same in every shard that has read them. Refusals leave no trace.
final class Memory {
  static final Duration REMEMBERED_FOR = Duration.ofMinutes(10);
  static final int MAX = 2_000;

  private final LinkedHashMap<UUID, Remembered> commands = new LinkedHashMap<>();

  /// What a command led to: the sequence and time of its event.
  record Remembered(long sequence, Instant time, String digest) {
    boolean isKnownAt(Instant now) {
      return Duration.between(time, now).compareTo(REMEMBERED_FOR) <= 0;
    }
  }

  int size() {
    return commands.size();
  }

  /// The oldest first.
  void forEach(BiConsumer<UUID, Remembered> action) {
    commands.forEach(action);
  }

  /// Takes back what [#forEach] gave out, in the same order.
  void restore(UUID commandId, Remembered outcome) {
    commands.put(commandId, outcome);
  }

  Optional<Remembered> find(UUID commandId, Instant now) {
    return Optional.ofNullable(commands.get(commandId)).filter(known -> known.isKnownAt(now));
  }

  void remember(UUID commandId, Remembered outcome) {
    commands.putLast(commandId, outcome);
    var oldest = commands.values().iterator();
    while (oldest.hasNext()) {
      var known = oldest.next();
      if (commands.size() <= MAX && known.isKnownAt(outcome.time())) {
        return;
      }
      oldest.remove();
    }
  }
}
