package io.parley.schemas;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/// An id that the marketplace gave out: of an account, a vendor or a product. For us it is a
/// text; where it is a whole number it is a JSON number on the wire, as the marketplace's clients
/// expect. At most 64 characters: letters, digits and `. _ @ : | + -`.
public record MarketplaceId(String value) {
  private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9]\\d{0,14}");
  private static final Pattern FORM =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}._@:|+-]{0,63}");

  /// Refuses any other form with an `IllegalArgumentException`.
  public MarketplaceId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "an id has 1 to 64 letters, digits or . _ @ : | + - and begins with a letter or digit");
    }
  }

  /// From a JSON number or a JSON string.
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static MarketplaceId of(Object json) {
    return switch (json) {
      case String text -> new MarketplaceId(text);
      case Integer number -> new MarketplaceId(number.toString());
      case Long number -> new MarketplaceId(number.toString());
      default -> throw new IllegalArgumentException("an id is a string or a whole number");
    };
  }

  /// The JSON value: a number where the id is one (up to what every client can hold exactly).
  @JsonValue
  public Object json() {
    return WHOLE_NUMBER.matcher(value).matches() ? Long.valueOf(value) : value;
  }

  @Override
  public String toString() {
    return value;
  }
}
