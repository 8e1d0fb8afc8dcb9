package io.parley.schemas;

import org.jspecify.annotations.Nullable;

/// What a conversation is about, kept as it was when the conversation started. `price` is a number
/// or a text, as the marketplace wrote it.
public record Product(
    MarketplaceId id,
    @Nullable String title,
    @Nullable String url,
    @Nullable String imageUrl,
    @Nullable Object price) {}
