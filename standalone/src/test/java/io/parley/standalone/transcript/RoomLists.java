package io.parley.standalone.transcript;

import io.parley.schemas.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/// Lists of rooms that were ordered by how many are in, and among equals by ids, which are other
/// ones now: equals are brought into the order of their names.
final class RoomLists {
  private RoomLists() {}

  static String inOneOrder(String json) {
    if (!json.contains("\"rooms\":[")) {
      return json;
    }
    var body = Json.mapper().readTree(json);
    if (body.path("rooms") instanceof ArrayNode rooms) {
      var ordered = new ArrayList<JsonNode>();
      var equals = new ArrayList<JsonNode>();
      for (var room : rooms) {
        if (!equals.isEmpty() && online(room) != online(equals.getFirst())) {
          ordered.addAll(byName(equals));
          equals.clear();
        }
        equals.add(room);
      }
      ordered.addAll(byName(equals));
      rooms.removeAll().addAll(ordered);
    }
    return body.toString();
  }

  private static int online(JsonNode room) {
    return room.path("online_users").asInt(room.path("online_users_count").asInt(0));
  }

  private static List<JsonNode> byName(List<JsonNode> rooms) {
    return rooms.stream()
        .sorted(Comparator.comparing(room -> room.path("name").asString()))
        .toList();
  }
}
