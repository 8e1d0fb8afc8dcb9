package io.parley.query.conversation;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// A place in a list of conversations, after a conversation of this activity and this id; written
/// `<updated_at>_<room_id>`.
public record Cursor(Instant updatedAt, UUID roomId) {
  /// Before all conversations.
  public static final Cursor START =
      new Cursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d{1,6})?Z)_([0-9a-f-]{36})");

  /// After this conversation.
  public static Cursor after(Conversation room) {
    return new Cursor(room.updatedAt(), room.roomId());
  }

  /// The cursor that the text names, or empty when it has another form.
  public static Optional<Cursor> parse(String text) {
    var matcher = FORM.matcher(text);
    try {
      return matcher.matches()
          ? Optional.of(
              new Cursor(Instant.parse(matcher.group(1)), UUID.fromString(matcher.group(2))))
          : Optional.empty();
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return updatedAt + "_" + roomId;
  }
}
