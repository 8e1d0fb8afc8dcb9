package io.parley.query.oversight;

import io.parley.query.projection.Column;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What must be known of a room to count what happens in it.
///
/// @param vendorId null where there is none, as in a public room
/// @param productId empty where there is none
/// @param hour the last one in which something was written
/// @param day the last one in which something was written
/// @param askedAt when the buyer first wrote
/// @param answered whether the vendor wrote after that
record RoomActivity(
    UUID roomId,
    @Nullable String vendorId,
    String productId,
    @Nullable Instant hour,
    @Nullable Instant day,
    @Nullable Instant askedAt,
    boolean answered) {

  static final List<Column<RoomActivity>> COLUMNS =
      List.of(
          Column.uuid(RoomActivity::roomId),
          Column.text(RoomActivity::vendorId),
          Column.text(RoomActivity::productId),
          Column.time(RoomActivity::hour),
          Column.time(RoomActivity::day),
          Column.time(RoomActivity::askedAt),
          Column.flag(RoomActivity::answered));

  /// A room of which nothing is known.
  static RoomActivity of(UUID roomId) {
    return new RoomActivity(roomId, null, "", null, null, null, false);
  }

  RoomActivity about(String vendor, String product) {
    return new RoomActivity(roomId, vendor, product, hour, day, askedAt, answered);
  }

  RoomActivity writtenIn(Instant newHour, Instant newDay) {
    return new RoomActivity(roomId, vendorId, productId, newHour, newDay, askedAt, answered);
  }

  RoomActivity asked(Instant at) {
    return new RoomActivity(roomId, vendorId, productId, hour, day, at, answered);
  }

  RoomActivity hasAnswer() {
    return new RoomActivity(roomId, vendorId, productId, hour, day, askedAt, true);
  }

  static RoomActivity read(ResultSet row, int number) throws SQLException {
    return new RoomActivity(
        row.getObject("room_id", UUID.class),
        row.getString("vendor_id"),
        row.getString("product_id"),
        time(row, "hour"),
        time(row, "day"),
        time(row, "asked_at"),
        row.getBoolean("answered"));
  }

  private static @Nullable Instant time(ResultSet row, String name) throws SQLException {
    var time = row.getObject(name, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
