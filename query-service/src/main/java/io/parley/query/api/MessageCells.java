package io.parley.query.api;

import io.parley.query.Names;
import io.parley.query.message.StoredMessage;
import io.parley.schemas.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A message as a row of a table.
final class MessageCells {
  static final List<String> NAMES =
      List.of(
          "seq",
          "id",
          "created_at",
          "role",
          "sender",
          "sender_username",
          "content",
          "message_type",
          "file_url",
          "edited_at",
          "deleted");

  private MessageCells() {}

  static List<String> of(StoredMessage message) {
    var sender = message.sender();
    return List.of(
        text(message.seq()),
        text(message.id()),
        text(message.createdAt()),
        Names.of(sender.role()),
        text(sender.accountId() == null ? sender.guestId() : sender.accountId().value()),
        sender.username(),
        message.content(),
        Names.of(message.type()),
        text(message.fileUrl()),
        text(message.editedAt()),
        text(message.deleted()));
  }

  /// As in JSON, without its quotes.
  private static String text(@Nullable Object value) {
    return value == null ? "" : Json.mapper().valueToTree(value).asString();
  }
}
