package io.parley.cluster.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.schemas.Ids;
import io.parley.schemas.event.RoomEvent;
import io.parley.schemas.event.RoomEvent.ConversationArchived;
import io.parley.schemas.event.RoomEvent.ConversationForwarded;
import io.parley.schemas.event.RoomEvent.ConversationReported;
import io.parley.schemas.event.RoomEvent.ConversationStarted;
import io.parley.schemas.event.RoomEvent.ConversationUnarchived;
import io.parley.schemas.event.RoomEvent.MessageDeleted;
import io.parley.schemas.event.RoomEvent.MessageEdited;
import io.parley.schemas.event.RoomEvent.MessageSent;
import io.parley.schemas.event.RoomEvent.MessagesRead;
import io.parley.schemas.event.RoomEvent.ParticipantAttached;
import io.parley.schemas.event.RoomEvent.ReportsClosed;
import java.nio.ByteBuffer;
import tools.jackson.databind.JsonNode;

/// What of an event must be the same in the log, in a frame and in a REST answer, in 64 bits: a
/// run has a million of them.
final class Fingerprint {
  private Fingerprint() {}

  static long of(RoomEvent event) {
    return switch (event) {
      case MessageSent e -> message(e.messageId().toString(), e.content());
      case ConversationStarted _ -> of("room_opened");
      case ConversationForwarded _ -> of("forwarded");
      case MessageEdited _ -> of("message_edited");
      case MessageDeleted _ -> of("message_deleted");
      case MessagesRead e -> of("read_receipt " + e.upToSeq());
      case ConversationArchived _ -> of("room_archived");
      case ConversationUnarchived _ -> of("room_unarchived");
      case ParticipantAttached _ -> of("participant_joined");
      case ConversationReported _, ReportsClosed _ -> of("noted");
    };
  }

  /// Of a frame that carries a `seq`.
  static long of(JsonNode frame) {
    String type = frame.path("type").asString();
    return switch (type) {
      case "message" ->
          message(frame.path("message_id").asString(), frame.path("content").asString());
      case "read_receipt" -> of("read_receipt " + frame.path("up_to_seq").asLong());
      default -> of(type);
    };
  }

  static long message(String id, String content) {
    return of("message " + id + " " + content);
  }

  static long of(byte[] bytes) {
    return ByteBuffer.wrap(Ids.sha256().digest(bytes)).getLong();
  }

  static long of(String text) {
    return of(text.getBytes(UTF_8));
  }
}
