package io.parley.command.api.publicchat;

/// A text that may be JSON, read piece by piece by the rules of Python's parser; the first piece
/// that is wrong is a [Wrong].
final class JsonText {
  static final int END = -1;

  private final int[] text;
  private int at;

  JsonText(String text) {
    this.text = text.codePoints().toArray();
  }

  /// What is wrong, and where.
  static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String message;

    Wrong(String message) {
      super(message, null, false, false);
      this.message = message;
    }

    @Override
    public String getMessage() {
      return message;
    }
  }

  void skip() {
    at++;
  }

  Wrong wrong(String what) {
    return wrong(what, at);
  }

  private Wrong wrong(String what, int place) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < place; i++) {
      if (text[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new Wrong(
        "%s: line %d column %d (char %d)".formatted(what, line, place - lineStart + 1, place));
  }

  int peek() {
    return at < text.length ? text[at] : END;
  }

  /// The next character that is no white space.
  int next() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
      at++;
    }
    return peek();
  }

  void string() {
    int start = at++;
    while (peek() != '"') {
      int c = peek();
      if (c == END) {
        throw wrong("Unterminated string starting at", start);
      }
      if (c < ' ') {
        throw wrong("Invalid control character at", at);
      }
      at++;
      if (c == '\\') {
        escape(start);
      }
    }
    at++;
  }

  private void escape(int start) {
    int c = peek();
    if (c == END) {
      throw wrong("Unterminated string starting at", start);
    }
    at++;
    if (c == 'u') {
      for (int i = 0; i < 4; i++) {
        if (at + 4 >= text.length || Character.digit(text[at + i], 16) < 0) {
          throw wrong("Invalid \\uXXXX escape", at - 1);
        }
      }
    } else if ("\"\\/bfnrt".indexOf(c) < 0) {
      throw wrong("Invalid \\escape", at - 2);
    }
  }

  void word(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (at + i >= text.length || text[at + i] != word.charAt(i)) {
        throw wrong("Expecting value", at);
      }
    }
    at += word.length();
  }

  void number() {
    int start = at;
    if (peek() == '-') {
      at++;
    }
    if (peek() == '0') {
      at++;
    } else if (digits() == 0) {
      throw wrong("Expecting value", start);
    }
    fraction();
  }

  /// Without digits behind it a point or an `e` is no part of the number.
  private void fraction() {
    int whole = at;
    if (peek() == '.') {
      at++;
      if (digits() == 0) {
        at = whole;
        return;
      }
    }
    int mantissa = at;
    if (peek() == 'e' || peek() == 'E') {
      at++;
      if (peek() == '+' || peek() == '-') {
        at++;
      }
      if (digits() == 0) {
        at = mantissa;
      }
    }
  }

  private int digits() {
    int from = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    return at - from;
  }
}
