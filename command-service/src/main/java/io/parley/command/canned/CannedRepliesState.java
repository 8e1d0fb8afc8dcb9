package io.parley.command.canned;

import io.parley.command.aggregate.AggregateState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What answers a vendor keeps ready, as far as decisions need it; what they say is in the log
/// only.
public record CannedRepliesState(List<Kept> replies) implements AggregateState {
  /// There is none.
  public static final CannedRepliesState NONE = new CannedRepliesState(List.of());

  static final int MAX = 200;

  /// One of them; `key` is that of its shortcut.
  record Kept(UUID id, String key, Instant createdAt) {}

  @Override
  public List<String> audience() {
    return List.of();
  }

  Optional<Kept> find(UUID id) {
    return replies.stream().filter(reply -> reply.id().equals(id)).findFirst();
  }

  /// Whether another reply than this one has the key.
  boolean isTaken(String key, UUID byOtherThan) {
    return replies.stream()
        .anyMatch(reply -> reply.key().equals(key) && !reply.id().equals(byOtherThan));
  }
}
