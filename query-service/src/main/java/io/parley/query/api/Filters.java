package io.parley.query.api;

import io.parley.query.Names;
import io.parley.query.search.RoomFilter;
import io.parley.schemas.ConversationKind;
import io.parley.schemas.MarketplaceId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads from query parameters which conversations are meant.
final class Filters {
  /// The kind that is none of conversations.
  static final String PUBLIC = "public";

  private Filters() {}

  /// What these say; the kind `public` says nothing here.
  static RoomFilter of(Map<String, String> parameters) {
    return new RoomFilter(
        id(parameters, "vendor_id"),
        id(parameters, "product_id"),
        kind(parameters.get("kind")),
        Parameters.flag("archived", parameters.get("archived")),
        Parameters.flag("reported", parameters.get("reported")),
        time(parameters, "from"),
        time(parameters, "to"));
  }

  private static @Nullable MarketplaceId id(Map<String, String> parameters, String name) {
    String text = parameters.get(name);
    try {
      return text == null || text.isEmpty() ? null : new MarketplaceId(text);
    } catch (IllegalArgumentException e) {
      throw Parameters.invalid(name, "is an id of the marketplace");
    }
  }

  private static @Nullable ConversationKind kind(@Nullable String text) {
    if (text == null || text.isEmpty() || text.equals(PUBLIC)) {
      return null;
    }
    return Arrays.stream(ConversationKind.values())
        .filter(kind -> Names.of(kind).equals(text))
        .findFirst()
        .orElseThrow(() -> Parameters.invalid("kind", "is no kind of room"));
  }

  /// A day begins at midnight in UTC.
  private static @Nullable Instant time(Map<String, String> parameters, String name) {
    String text = parameters.get(name);
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      var time =
          text.indexOf('T') < 0
              ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text).toInstant();
      return checked(time, name);
    } catch (DateTimeException e) {
      throw invalidTime(name);
    }
  }

  /// The database knows no such years as Java does.
  private static Instant checked(Instant time, String name) {
    int year = time.atOffset(ZoneOffset.UTC).getYear();
    if (year < 1 || year > 9_999) {
      throw invalidTime(name);
    }
    return time;
  }

  private static io.parley.edge.problem.Problem invalidTime(String name) {
    return Parameters.invalid(name, "is a time or a day, as 2026-11-23T08:30:00Z or 2026-11-23");
  }
}
