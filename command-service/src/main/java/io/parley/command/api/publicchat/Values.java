package io.parley.command.api.publicchat;

import io.parley.edge.publicchat.Python;
import java.math.BigInteger;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The many ways in which the public chat has always taken ids, numbers and flags; null for what
/// is none.
final class Values {
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32}");
  private static final Pattern INTEGER = Pattern.compile("[+-]?\\p{Nd}{1,1000}");
  private static final Pattern NO_FRACTION = Pattern.compile("\\.0*\\s*$");
  private static final Set<String> YES =
      Set.of(
          "t", "T", "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON", "1",
          "1.0");
  private static final Set<String> NO =
      Set.of(
          "f", "F", "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF", "0",
          "0.0");

  private Values() {}

  /// With hyphens or without, in any case, in braces, as a URN.
  static @Nullable UUID uuid(JsonNode value) {
    return value.isString() ? uuid(value.asString()) : null;
  }

  static @Nullable UUID uuid(String text) {
    String hex =
        text.replace("urn:", "")
            .replace("uuid:", "")
            .replaceAll("^[{}]+|[{}]+$", "")
            .replace("-", "");
    return HEX.matcher(hex).matches()
        ? new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16))
        : null;
  }

  /// A number or its text, in any script's digits; a fraction of nothing but zeros is none.
  static @Nullable BigInteger integer(JsonNode value) {
    if (!value.isNumber() && !value.isString()) {
      return null;
    }
    String text = Python.strip(NO_FRACTION.matcher(Python.str(value)).replaceFirst(""));
    return INTEGER.matcher(text).matches() ? new BigInteger(text) : null;
  }

  static @Nullable Boolean flag(JsonNode value) {
    if (value.isBoolean()) {
      return value.asBoolean();
    }
    if (!value.isNumber() && !value.isString()) {
      return null;
    }
    String text = Python.str(value);
    return YES.contains(text) ? Boolean.TRUE : NO.contains(text) ? Boolean.FALSE : null;
  }
}
