package io.parley.query.conversation;

import io.parley.schemas.MarketplaceId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which conversations a vendor wants to see; null means that it does not matter.
///
/// @param unread whether something of the buyer is unread
/// @param waiting whether the buyer waits for an answer
/// @param archived whether it was put away
/// @param product what it is about
/// @param words what all occurs in it, folded as by [io.parley.query.search.Search#words]
public record VendorFilter(
    @Nullable Boolean unread,
    @Nullable Boolean waiting,
    @Nullable Boolean archived,
    @Nullable MarketplaceId product,
    List<String> words) {}
