package io.parley.query.conversation;

import io.parley.query.Names;
import io.parley.query.conversation.Conversation.Subject;
import io.parley.query.message.StoredMessage;
import io.parley.query.projection.Column;
import io.parley.schemas.ConversationKind;
import io.parley.schemas.Json;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.Product;
import io.parley.schemas.Unread;
import io.parley.schemas.view.ParticipantView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// How a conversation is a row of `room`.
final class ConversationRow {
  static final String NAMES =
      """
      room_id, kind, vendor_id, product_id, product, guest_id, participants, last_message, waiting,
      waiting_since, unread_buyer, unread_vendor, archived, seq, created_at, updated_at\
      """;

  static final List<Column<Conversation>> COLUMNS =
      List.of(
          Column.uuid(Conversation::roomId),
          Column.text(room -> Names.of(room.subject().kind())),
          Column.text(room -> room.subject().vendorId().value()),
          Column.text(ConversationRow::productId),
          Column.json(room -> room.subject().product()),
          Column.uuid(room -> room.subject().guestId()),
          Column.json(Conversation::participants),
          Column.json(Conversation::lastMessage),
          Column.flag(room -> room.waitingSince() != null),
          Column.time(Conversation::waitingSince),
          Column.number(room -> room.unread().buyer()),
          Column.number(room -> room.unread().vendor()),
          Column.flag(Conversation::archived),
          Column.number(Conversation::seq),
          Column.time(room -> room.subject().createdAt()),
          Column.time(Conversation::updatedAt));

  private static final TypeReference<List<ParticipantView>> PEOPLE = new TypeReference<>() {};

  private ConversationRow() {}

  private static @Nullable String productId(Conversation room) {
    var product = room.subject().product();
    return product == null ? null : product.id().value();
  }

  static Conversation read(ResultSet row, int number) throws SQLException {
    return new Conversation(
        row.getObject("room_id", UUID.class),
        subject(row),
        Json.mapper().readValue(row.getString("participants"), PEOPLE),
        json(row.getString("last_message"), StoredMessage.class),
        new Unread(row.getLong("unread_buyer"), row.getLong("unread_vendor")),
        row.getBoolean("archived"),
        waitingSince(row),
        row.getLong("seq"),
        time(row, "updated_at"));
  }

  private static @Nullable Instant waitingSince(ResultSet row) throws SQLException {
    return row.getObject("waiting_since") == null ? null : time(row, "waiting_since");
  }

  private static Subject subject(ResultSet row) throws SQLException {
    return new Subject(
        Names.read(ConversationKind.class, row.getString("kind")),
        new MarketplaceId(row.getString("vendor_id")),
        json(row.getString("product"), Product.class),
        row.getObject("guest_id", UUID.class),
        time(row, "created_at"));
  }

  private static <T> @Nullable T json(@Nullable String text, Class<T> type) {
    return text == null ? null : Json.mapper().readValue(text, type);
  }

  private static Instant time(ResultSet row, String name) throws SQLException {
    return row.getObject(name, OffsetDateTime.class).toInstant();
  }
}
