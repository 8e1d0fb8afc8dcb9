package io.parley.query.api;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/// Ids of rooms in paths. What is no UUID is no room.
final class RoomIds {
  private RoomIds() {}

  static Optional<UUID> parse(String text) {
    try {
      var id = UUID.fromString(text);
      return Optional.of(id).filter(it -> it.toString().equals(text.toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
