package io.parley.schemas;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a conversation is about, kept as it was when the conversation started. `price` is a number
/// or a text, as the marketplace wrote it.
public record Product(
    MarketplaceId id,
    @Nullable String title,
    @Nullable String url,
    @Nullable String imageUrl,
    @Nullable Object price) {

  /// Refuses a product without an id, and a price that is neither a finite number nor a text.
  public Product {
    Objects.requireNonNull(id, "a product has an id");
    boolean known =
        switch (price) {
          case null -> true;
          case String text -> true;
          case Number number -> Double.isFinite(number.doubleValue());
          default -> false;
        };
    if (!known) {
      throw new IllegalArgumentException("a price is a number or a text");
    }
  }
}
