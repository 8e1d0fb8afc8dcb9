package io.parley.query.search;

import io.parley.schemas.ConversationKind;
import io.parley.schemas.MarketplaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which conversations somebody wants to see; null is no matter.
///
/// @param archived only those that were put away, or only the others
/// @param reported only those with an open report, or only the others
/// @param from only what is not older than this
/// @param to only what is older than this
public record RoomFilter(
    @Nullable MarketplaceId vendor,
    @Nullable MarketplaceId product,
    @Nullable ConversationKind kind,
    @Nullable Boolean archived,
    @Nullable Boolean reported,
    @Nullable Instant from,
    @Nullable Instant to) {
  /// Everything.
  public static final RoomFilter ALL = new RoomFilter(null, null, null, null, null, null, null);

  /// Whether a public room, which has no vendor and nothing of the like, can be meant.
  boolean allowsPublic() {
    return vendor == null
        && product == null
        && kind == null
        && !Boolean.TRUE.equals(archived)
        && !Boolean.TRUE.equals(reported);
  }
}
