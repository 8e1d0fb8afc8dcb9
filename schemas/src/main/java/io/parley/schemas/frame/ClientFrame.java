package io.parley.schemas.frame;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.parley.schemas.Json;
import io.parley.schemas.MessageType;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a client says on `/ws/chat/`: a JSON object with a `type`.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ClientFrame.Authenticate.class, name = "authenticate"),
  @JsonSubTypes.Type(value = ClientFrame.JoinRoom.class, name = "join_room"),
  @JsonSubTypes.Type(value = ClientFrame.LeaveRoom.class, name = "leave_room"),
  @JsonSubTypes.Type(value = ClientFrame.SendMessage.class, name = "send_message"),
  @JsonSubTypes.Type(value = ClientFrame.MarkRead.class, name = "mark_read"),
  @JsonSubTypes.Type(value = ClientFrame.Typing.class, name = "typing"),
  @JsonSubTypes.Type(value = ClientFrame.Ping.class, name = "ping")
})
public sealed interface ClientFrame {
  /// Who I am, when the handshake did not say it; the first frame, within ten seconds.
  record Authenticate(@Nullable String token, @Nullable UUID guestSession) implements ClientFrame {}

  /// Show me this room from now on, and first everything after `after_seq` when it is given.
  record JoinRoom(UUID roomId, @Nullable Long afterSeq) implements ClientFrame {
    /// Refuses a frame without a room.
    public JoinRoom {
      Objects.requireNonNull(roomId, "room_id is missing");
    }
  }

  /// Do not show me this room any more.
  record LeaveRoom(UUID roomId) implements ClientFrame {
    /// Refuses a frame without a room.
    public LeaveRoom {
      Objects.requireNonNull(roomId, "room_id is missing");
    }
  }

  /// I write. The same `client_message_id` again is the same message.
  record SendMessage(
      UUID roomId,
      @Nullable String content,
      @Nullable MessageType messageType,
      @Nullable String fileUrl,
      @Nullable UUID clientMessageId)
      implements ClientFrame {
    /// Refuses a frame without a room.
    public SendMessage {
      Objects.requireNonNull(roomId, "room_id is missing");
    }
  }

  /// I have read up to `up_to_seq`, or everything when it is not given.
  record MarkRead(UUID roomId, @Nullable Long upToSeq) implements ClientFrame {
    /// Refuses a frame without a room.
    public MarkRead {
      Objects.requireNonNull(roomId, "room_id is missing");
    }
  }

  /// I type, or I stopped.
  record Typing(UUID roomId, boolean isTyping) implements ClientFrame {
    /// Refuses a frame without a room.
    public Typing {
      Objects.requireNonNull(roomId, "room_id is missing");
    }
  }

  /// Are you there?
  record Ping() implements ClientFrame {}

  /// From a text frame; throws a `JacksonException` when it is none of these.
  static ClientFrame parse(String text) {
    return Json.mapper().readValue(text, ClientFrame.class);
  }
}
