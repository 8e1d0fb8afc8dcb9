package io.parley.delivery.publicroom;

import io.parley.edge.publicchat.Python;
import io.parley.schemas.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// Who types in one room. Somebody who gives no further sign stops by itself.
final class TypingInRoom {
  private record Sign(Visitor visitor, Instant until) {}

  private final Duration endsAfter;
  private final Map<UUID, Sign> typing = new HashMap<>();

  TypingInRoom(Duration endsAfter) {
    this.endsAfter = endsAfter;
  }

  /// Somebody has given a sign, which means typing when Python takes it for true.
  void sign(Visitor visitor, JsonNode sign, Instant now) {
    if (Python.isTrue(sign)) {
      typing.put(visitor.id(), new Sign(visitor, now.plus(endsAfter)));
    } else {
      typing.remove(visitor.id());
    }
  }

  /// Somebody is not in any more; whether it was typing.
  boolean left(UUID visitor) {
    return typing.remove(visitor) != null;
  }

  /// Nobody is in any more.
  void clear() {
    typing.clear();
  }

  /// Those whose last sign is too old; they do not type any more.
  List<Visitor> endedBy(Instant now) {
    if (typing.isEmpty()) {
      return List.of();
    }
    var ended = new ArrayList<Visitor>();
    typing
        .values()
        .removeIf(
            sign -> {
              boolean over = !now.isBefore(sign.until);
              if (over) {
                ended.add(sign.visitor);
              }
              return over;
            });
    return ended;
  }
}
