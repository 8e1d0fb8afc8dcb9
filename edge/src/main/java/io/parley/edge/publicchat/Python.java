package io.parley.edge.publicchat;

import java.math.BigDecimal;
import tools.jackson.databind.JsonNode;

/// Values as Python sees them, which the clients of the old chat can tell: what `str` makes of
/// them, what `strip` takes away, which are true, what their types are called.
public final class Python {
  private Python() {}

  /// A value as text: `42`, `0.5`, `True`; what is no plain value as its JSON.
  public static String str(JsonNode value) {
    if (value.isString()) {
      return value.asString();
    }
    if (value.isBoolean()) {
      return value.asBoolean() ? "True" : "False";
    }
    if (value.isIntegralNumber()) {
      return value.bigIntegerValue().toString();
    }
    return value.isNumber() ? str(value.asDouble()) : value.toString();
  }

  private static String str(double number) {
    if (!Double.isFinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    var decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (decimal.signum() == 0 || (exponent >= -4 && exponent < 16)) {
      String plain = decimal.toPlainString();
      return plain.contains(".") ? plain : plain + ".0";
    }
    return "%se%s%02d"
        .formatted(
            decimal.movePointLeft(exponent).toPlainString(),
            exponent < 0 ? "-" : "+",
            Math.abs(exponent));
  }

  /// Without the white space around it, that of all of Unicode.
  public static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
  }

  /// What the type of this value is called.
  public static String typeOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "list";
      case OBJECT -> "dict";
      case STRING -> "str";
      case BOOLEAN -> "bool";
      case NUMBER -> value.isIntegralNumber() ? "int" : "float";
      case NULL, MISSING, BINARY, POJO -> "NoneType";
    };
  }

  /// As `bool(value)`.
  public static boolean isTrue(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL, MISSING -> false;
      case BOOLEAN -> value.booleanValue();
      case NUMBER -> value.doubleValue() != 0;
      case STRING -> !value.stringValue().isEmpty();
      case ARRAY, OBJECT, POJO, BINARY -> !value.isEmpty();
    };
  }

  /// What Python says of a value that was taken for something else.
  public static String lacks(JsonNode value, String attribute) {
    return "'" + typeOf(value) + "' object has no attribute '" + attribute + "'";
  }
}
