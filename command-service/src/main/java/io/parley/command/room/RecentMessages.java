package io.parley.command.room;

import io.parley.schemas.MessageType;
import io.parley.schemas.Person;
import io.parley.schemas.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The messages that a room still knows one by one: those of the last twenty minutes, which may be
/// changed in the first ten and whose last change may be asked for again in the ten after it, and
/// those that one side has not read, which are counted; never more than 1,000.
record RecentMessages(List<Recent> messages) {
  static final Duration CHANGEABLE_FOR = Duration.ofMinutes(10);
  static final Duration KNOWN_FOR = CHANGEABLE_FOR.multipliedBy(2);
  static final int MAX = 1_000;
  static final RecentMessages NONE = new RecentMessages(List.of());

  record Recent(
      long seq,
      Person author,
      Instant at,
      MessageType type,
      @Nullable String fileUrl,
      boolean deleted) {
    boolean isChangeableAt(Instant time) {
      return Duration.between(at, time).compareTo(CHANGEABLE_FOR) <= 0;
    }

    boolean isYoungAt(Instant time) {
      return Duration.between(at, time).compareTo(KNOWN_FOR) <= 0;
    }
  }

  Optional<Recent> find(long seq) {
    return messages.stream().filter(message -> message.seq() == seq).findFirst();
  }

  RecentMessages with(Recent message) {
    var all = new ArrayList<Recent>(messages.size() + 1);
    all.addAll(messages);
    all.add(message);
    return new RecentMessages(Collections.unmodifiableList(all));
  }

  RecentMessages withDeleted(long seq) {
    return new RecentMessages(
        messages.stream()
            .map(
                m ->
                    m.seq() == seq
                        ? new Recent(m.seq(), m.author(), m.at(), m.type(), null, true)
                        : m)
            .toList());
  }

  /// Forgets the oldest ones: those beyond the limit, and then all up to the first that is young
  /// or unread.
  RecentMessages at(Instant time, Reading reading) {
    int first = Math.max(0, messages.size() - MAX);
    while (first < messages.size() && isOver(messages.get(first), time, reading)) {
      first++;
    }
    return first == 0
        ? this
        : new RecentMessages(List.copyOf(messages.subList(first, messages.size())));
  }

  private static boolean isOver(Recent message, Instant time, Reading reading) {
    return !message.isYoungAt(time)
        && !reading.isUnread(message.seq(), message.author().role().side());
  }

  /// How many messages of others than this side come after a sequence; empty when the room no
  /// longer knows, because `unread` says that there are more than it remembers and the sequence
  /// lies before them.
  Optional<Long> unreadAfter(long upToSeq, Side side, long unread, long readSeq) {
    long known = countAfter(readSeq, side);
    boolean forgot = known < unread;
    boolean before = messages.isEmpty() || upToSeq < messages.getFirst().seq();
    return forgot && before ? Optional.empty() : Optional.of(countAfter(upToSeq, side));
  }

  private long countAfter(long seq, Side side) {
    return messages.stream().filter(m -> m.seq() > seq && m.author().role().side() != side).count();
  }
}
