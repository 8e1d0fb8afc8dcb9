package io.parley.schemas.frame;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.parley.schemas.Json;
import io.parley.schemas.PublicTime;
import io.parley.schemas.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What a visitor's socket is shown, at `/ws/chat/{room_id}/`. Times are as
/// [PublicTime#utc(Instant)] writes them.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = PublicFrame.Message.class, name = "message"),
  @JsonSubTypes.Type(value = PublicFrame.SystemMessage.class, name = "system"),
  @JsonSubTypes.Type(value = PublicFrame.Typing.class, name = "typing"),
  @JsonSubTypes.Type(value = PublicFrame.UserList.class, name = "user_list"),
  @JsonSubTypes.Type(value = PublicFrame.ErrorMessage.class, name = "error"),
  @JsonSubTypes.Type(value = PublicFrame.Resync.class, name = "resync")
})
public sealed interface PublicFrame {
  /// Somebody wrote; shown to everybody in the room, the sender too. `seq` is its place in the
  /// room's history.
  record Message(
      String message,
      UUID userId,
      String username,
      String userColor,
      UUID messageId,
      String timestamp,
      long seq)
      implements PublicFrame {}

  /// Somebody came, left or took another name, told in the language of this socket.
  record SystemMessage(String message, UUID userId, String username, String timestamp)
      implements PublicFrame {}

  /// Somebody types, or stopped; shown to everybody in the room, the sender too.
  record Typing(UUID userId, String username, JsonNode typing, String timestamp)
      implements PublicFrame {}

  /// Who is in the room, those who came last first.
  record UserList(List<User> users, String timestamp) implements PublicFrame {}

  /// Something that was sent cannot be done. `code` is stable, `message` is in the language of
  /// this socket; `retry_after`, in seconds, where trying again helps.
  record ErrorMessage(
      String message,
      String timestamp,
      String code,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer retryAfter)
      implements PublicFrame {}

  /// More was missed since `after_seq` than is sent again: load the room's messages anew, the room
  /// is at `seq`.
  record Resync(long seq, String timestamp) implements PublicFrame {}

  /// Somebody in a user list.
  record User(UUID id, String username, String color, String joinedAt, boolean isOnline) {
    /// Of a visitor who is in since then.
    public static User of(Visitor visitor, Instant joinedAt) {
      return new User(
          visitor.id(), visitor.username(), visitor.color(), PublicTime.utc(joinedAt), true);
    }
  }

  /// The text of the frame.
  default String toJson() {
    return Json.mapper().writerFor(PublicFrame.class).writeValueAsString(this);
  }
}
