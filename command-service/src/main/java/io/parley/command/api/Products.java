package io.parley.command.api;

import io.parley.edge.problem.Problem;
import io.parley.schemas.MessageContent;
import io.parley.schemas.Product;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a client may say of a product. Addresses may be relative to the marketplace's own.
final class Products {
  private static final int MAX_TITLE_LENGTH = 500;
  private static final int MAX_PRICE_LENGTH = 64;
  private static final Pattern ADDRESS = Pattern.compile("(https?://|/)[^\\s\\p{Cntrl}<>\"]*");

  private Products() {}

  /// Refuses what cannot be kept, as a [Problem].
  static void check(Product product) {
    boolean fits =
        isText(product.title(), MAX_TITLE_LENGTH)
            && isAddress(product.url())
            && isAddress(product.imageUrl())
            && isPrice(product.price());
    if (!fits) {
      throw Problem.badRequest(
          "product_invalid",
          "A product has a title of at most 500 characters, http(s) or absolute-path addresses of at most 2,048, and a price that is a number or a text.");
    }
  }

  private static boolean isText(@Nullable String text, int maxLength) {
    return text == null || (text.length() <= maxLength && MessageContent.isText(text));
  }

  private static boolean isAddress(@Nullable String address) {
    return address == null
        || (isText(address, MessageContent.MAX_URL_LENGTH) && ADDRESS.matcher(address).matches());
  }

  private static boolean isPrice(@Nullable Object price) {
    return price == null
        || price instanceof Number
        || (price instanceof String text && isText(text, MAX_PRICE_LENGTH));
  }
}
