package io.parley.query.search;

import io.parley.schemas.Json;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.Product;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message that was found, with the room that it is in.
///
/// @param role of who sent it, `visitor` in public rooms
public record FoundMessage(
    Room room,
    UUID id,
    long seq,
    String senderUsername,
    String role,
    String content,
    Instant createdAt,
    @Nullable Instant editedAt) {

  /// What tells of the room.
  ///
  /// @param kind of conversation, or `public`
  /// @param name of a public room
  public record Room(
      UUID roomId,
      String kind,
      @Nullable MarketplaceId vendorId,
      @Nullable Product product,
      @Nullable String name) {}

  static FoundMessage read(ResultSet row, int number) throws SQLException {
    return new FoundMessage(
        room(row),
        row.getObject("id", UUID.class),
        row.getLong("seq"),
        row.getString("username"),
        row.getString("role"),
        row.getString("content"),
        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
        time(row.getObject("edited_at", OffsetDateTime.class)));
  }

  private static Room room(ResultSet row) throws SQLException {
    String vendor = row.getString("vendor_id");
    String product = row.getString("product");
    return new Room(
        row.getObject("room_id", UUID.class),
        row.getString("kind"),
        vendor == null ? null : new MarketplaceId(vendor),
        product == null ? null : Json.mapper().readValue(product, Product.class),
        row.getString("name"));
  }

  private static @Nullable Instant time(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
