package io.parley.command.access;

import io.parley.command.aggregate.AggregateState;
import io.parley.schemas.Access;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// What an admin looked at in the last minute, the oldest first; never more than 100.
public record AdminAccessState(List<Look> recent) implements AggregateState {
  /// Nothing was looked at yet.
  public static final AdminAccessState NONE = new AdminAccessState(List.of());

  static final Duration KNOWN_FOR = Duration.ofMinutes(1);
  static final int MAX = 100;

  /// Something that was looked at, and when that was recorded.
  record Look(Access access, Instant at) {
    /// A clock that was set back must not keep anything from being recorded.
    boolean isKnownAt(Instant time) {
      return Duration.between(at, time).abs().compareTo(KNOWN_FOR) < 0;
    }
  }

  @Override
  public List<String> audience() {
    return List.of();
  }

  boolean knows(Access access, Instant time) {
    return recent.stream().anyMatch(look -> look.access().equals(access) && look.isKnownAt(time));
  }

  /// Forgets what is over, and the oldest beyond the limit.
  AdminAccessState with(Access access, Instant at) {
    var looks =
        Stream.concat(
                recent.stream().filter(look -> look.isKnownAt(at)), Stream.of(new Look(access, at)))
            .toList();
    return new AdminAccessState(
        List.copyOf(looks.subList(Math.max(0, looks.size() - MAX), looks.size())));
  }
}
