package io.parley.delivery.session;

import io.parley.delivery.frame.Outgoing;
import io.parley.schemas.Json;
import io.parley.schemas.frame.ClientFrame;
import io.parley.schemas.frame.ClientFrame.Authenticate;
import io.parley.schemas.frame.ClientFrame.JoinRoom;
import io.parley.schemas.frame.ClientFrame.LeaveRoom;
import io.parley.schemas.frame.ClientFrame.MarkRead;
import io.parley.schemas.frame.ClientFrame.Ping;
import io.parley.schemas.frame.ClientFrame.SendMessage;
import io.parley.schemas.frame.ClientFrame.Typing;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidTypeIdException;

/// What a client's text means, or what is wrong with it.
final class FrameReader {
  private FrameReader() {}

  sealed interface Read {
    record Understood(ClientFrame frame) implements Read {}

    record NotUnderstood(Outgoing error) implements Read {}
  }

  static Read read(String text) {
    try {
      var frame = ClientFrame.parse(text);
      return isComplete(frame)
          ? new Read.Understood(frame)
          : invalid(text, "Something is missing.");
    } catch (InvalidTypeIdException e) {
      return e.getTypeId() == null
          ? invalid(text, "A frame is an object with a type.")
          : problem(text, "unknown_type", "There is no frame of this type.");
    } catch (DatabindException e) {
      return invalid(text, "A field is missing or of another type than it should be.");
    } catch (StreamReadException e) {
      return noJson();
    }
  }

  private static boolean isComplete(@Nullable ClientFrame frame) {
    return switch (frame) {
      case null -> false;
      case Authenticate a -> a.token() != null || a.guestSession() != null;
      case JoinRoom j -> isThere(j.roomId()) && isSequence(j.afterSeq());
      case LeaveRoom l -> isThere(l.roomId());
      case SendMessage s -> isThere(s.roomId());
      case MarkRead m -> isThere(m.roomId()) && isSequence(m.upToSeq());
      case Typing t -> isThere(t.roomId());
      case Ping _ -> true;
    };
  }

  private static boolean isThere(@Nullable UUID id) {
    return id != null;
  }

  private static boolean isSequence(@Nullable Long seq) {
    return seq == null || seq >= 0;
  }

  private static Read invalid(String text, String message) {
    return problem(text, "invalid_frame", message);
  }

  /// With the ids that tell the client which of its frames it was, where they can be read.
  private static Read problem(String text, String code, String message) {
    try {
      var tree = Json.mapper().readTree(text);
      if (tree.isMissingNode()) {
        return noJson();
      }
      return new Read.NotUnderstood(
          Errors.of(code, message, id(tree, "room_id"), id(tree, "client_message_id"), null));
    } catch (JacksonException e) {
      return noJson();
    }
  }

  private static Read noJson() {
    return new Read.NotUnderstood(Errors.of("invalid_json", "A frame is a JSON object."));
  }

  private static @Nullable UUID id(JsonNode tree, String name) {
    try {
      var node = tree.get(name);
      return node != null && node.isString() ? UUID.fromString(node.stringValue()) : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
