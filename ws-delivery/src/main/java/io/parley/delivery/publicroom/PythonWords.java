package io.parley.delivery.publicroom;

import tools.jackson.databind.JsonNode;

/// What the clients of the public chat know from Python: its white space, its truth, and the names
/// of its types.
final class PythonWords {
  private PythonWords() {}

  /// As `str.strip()`.
  static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /// As `str.isspace()`: all of Unicode's spaces, the no-break ones too, and the separators among
  /// the control characters.
  private static boolean isSpace(char c) {
    return Character.isSpaceChar(c) || Character.isWhitespace(c) || c == 0x85;
  }

  /// As `type(value).__name__`, of a value that `json.loads` has read.
  static String typeName(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL, MISSING -> "NoneType";
      case BOOLEAN -> "bool";
      case NUMBER -> value.isIntegralNumber() ? "int" : "float";
      case STRING -> "str";
      case ARRAY -> "list";
      case OBJECT, POJO, BINARY -> "dict";
    };
  }

  /// As `bool(value)`.
  static boolean isTrue(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL, MISSING -> false;
      case BOOLEAN -> value.booleanValue();
      case NUMBER -> value.doubleValue() != 0;
      case STRING -> !value.stringValue().isEmpty();
      case ARRAY, OBJECT, POJO, BINARY -> !value.isEmpty();
    };
  }

  /// What Python says of a value that was taken for something else.
  static String lacks(JsonNode value, String attribute) {
    return "'" + typeName(value) + "' object has no attribute '" + attribute + "'";
  }
}
