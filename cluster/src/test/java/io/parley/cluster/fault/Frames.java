package io.parley.cluster.fault;

import io.parley.schemas.Json;
import java.util.UUID;

/// What clients say.
final class Frames {
  private Frames() {}

  static String join(UUID room, long afterSeq) {
    return "{\"type\":\"join_room\",\"room_id\":\"%s\",\"after_seq\":%d}".formatted(room, afterSeq);
  }

  static String send(UUID room, UUID id, String text) {
    var frame = Json.mapper().createObjectNode();
    frame.put("type", "send_message").put("room_id", room.toString());
    frame.put("content", text).put("client_message_id", id.toString());
    return Json.mapper().writeValueAsString(frame);
  }

  static String markRead(UUID room) {
    return "{\"type\":\"mark_read\",\"room_id\":\"%s\"}".formatted(room);
  }

  static String ping() {
    return "{\"type\":\"ping\"}";
  }
}
