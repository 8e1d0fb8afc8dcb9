package io.parley.query.api;

import io.parley.edge.problem.Problem;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads numbers and yes or no from query parameters, and says which one is wrong.
final class Parameters {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private Parameters() {}

  /// How many; the default without, the maximum for more.
  static int limit(@Nullable String text, int byDefault, int most) {
    if (text == null) {
      return byDefault;
    }
    long number = seq("limit", text);
    if (number == 0) {
      throw invalid("limit", "is 1 or more");
    }
    return (int) Math.min(number, most);
  }

  /// A sequence.
  static long seq(String name, String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw invalid(name, "is a whole number");
    }
    return Long.parseLong(text);
  }

  /// Yes or no, or null without.
  static @Nullable Boolean flag(String name, @Nullable String text) {
    return text == null
        ? null
        : switch (text.toLowerCase(Locale.ROOT)) {
          case "true", "1" -> true;
          case "false", "0" -> false;
          default -> throw invalid(name, "is true or false");
        };
  }

  static Problem invalid(String name, String what) {
    return Problem.badRequest("parameter_invalid", "The parameter '" + name + "' " + what + ".");
  }
}
