package io.parley.delivery.publicroom;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What one socket says of its typing that is worth passing on: whatever is new, and the same
/// again when the last sign is old enough.
final class TypingSigns {
  private final Duration repeat;
  private @Nullable JsonNode last;
  private Instant at = Instant.MIN;

  TypingSigns(Duration repeat) {
    this.repeat = repeat;
  }

  /// Whether this sign is to be passed on.
  synchronized boolean isNews(JsonNode typing, Instant now) {
    if (typing.equals(last) && now.isBefore(at.plus(repeat))) {
      return false;
    }
    last = typing;
    at = now;
    return true;
  }
}
