package io.parley.query.conversation;

import org.jspecify.annotations.Nullable;

/// Which conversations a vendor wants to see; null means that it does not matter.
///
/// @param unread whether something of the buyer is unread
/// @param waiting whether the buyer had the last word
/// @param archived whether it was put away
public record VendorFilter(
    @Nullable Boolean unread, @Nullable Boolean waiting, @Nullable Boolean archived) {}
