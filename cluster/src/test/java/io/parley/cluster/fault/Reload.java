package io.parley.cluster.fault;

import io.parley.schemas.event.EventTypes;
import io.parley.schemas.event.RoomEvent;
import java.io.IOException;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// A room's history over REST.
final class Reload {
  private static final int AT_ONCE = 200;

  private Reload() {}

  /// Takes everything that the client does not have yet.
  static void room(Api api, Person person, RoomSeen seen) throws IOException {
    JsonNode page;
    do {
      page = page(api, person, seen.room(), seen.last());
      for (var event : page.path("results")) {
        seen.take(event.path("seq").asLong(), fingerprint(event), false);
      }
    } while (page.path("more").asBoolean());
  }

  /// The fingerprints of all events of a room.
  static Longs all(Api api, Person person, UUID room) throws IOException {
    var found = new Longs();
    JsonNode page;
    do {
      page = page(api, person, room, found.size());
      for (var event : page.path("results")) {
        if (event.path("seq").asLong() == found.size() + 1) {
          found.add(fingerprint(event));
        }
      }
    } while (page.path("more").asBoolean());
    return found;
  }

  private static JsonNode page(Api api, Person person, UUID room, long after) throws IOException {
    return api.get(
            person, "/rooms/%s/events/?after_seq=%d&limit=%d".formatted(room, after, AT_ONCE))
        .expect(200);
  }

  private static long fingerprint(JsonNode view) {
    long seq = view.path("seq").asLong();
    var event = EventTypes.read(view.path("type").asString(), view.path("data"), seq);
    return Fingerprint.of((RoomEvent) event);
  }
}
