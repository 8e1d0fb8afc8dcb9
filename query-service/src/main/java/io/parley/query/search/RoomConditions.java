package io.parley.query.search;

import io.parley.query.Names;
import io.parley.schemas.MarketplaceId;
import org.jspecify.annotations.Nullable;

/// What a filter asks of the row `r` of a conversation.
final class RoomConditions {
  private static final String REPORTED =
      "exists (select from oversight.report o where o.room_id = r.room_id and o.closed_at is null)";

  private RoomConditions() {}

  /// All but the time.
  static Conditions of(RoomFilter filter) {
    var kind = filter.kind();
    var conditions = new Conditions();
    conditions.add("r.vendor_id = :vendor", "vendor", text(filter.vendor()));
    conditions.add("r.product->>'id' = :product", "product", text(filter.product()));
    conditions.add("r.kind = :kind", "kind", kind == null ? null : Names.of(kind));
    conditions.flag("r.archived", filter.archived());
    conditions.flag(REPORTED, filter.reported());
    return conditions;
  }

  /// All; a conversation counts for the whole time from its first to its last activity.
  static Conditions withTime(RoomFilter filter) {
    var conditions = of(filter);
    conditions.add("r.updated_at >= :from::timestamptz", "from", text(filter.from()));
    conditions.add("r.created_at < :to::timestamptz", "to", text(filter.to()));
    return conditions;
  }

  static @Nullable String text(@Nullable Object value) {
    return value instanceof MarketplaceId id ? id.value() : value == null ? null : value.toString();
  }
}
