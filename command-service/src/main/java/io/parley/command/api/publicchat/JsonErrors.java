package io.parley.command.api.publicchat;

/// Says what is wrong with a text that is no JSON, and where, in the words of Python's parser:
/// `Expecting value: line 1 column 14 (char 13)`. Columns count from 1, characters from 0, both in
/// Unicode code points.
final class JsonErrors {
  private static final int END = -1;
  private static final int MAX_DEPTH = 100;

  private final int[] text;
  private int at;
  private int depth;

  private JsonErrors(String text) {
    this.text = text.codePoints().toArray();
  }

  /// What is wrong; of a text in which Python would find nothing, that its beginning is no value.
  static String of(String text) {
    var parser = new JsonErrors(text);
    try {
      parser.document();
      return parser.wrong("Expecting value", 0).getMessage();
    } catch (Wrong e) {
      return e.getMessage();
    }
  }

  private static final class Wrong extends RuntimeException {
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

  private int peek() {
    return at < text.length ? text[at] : END;
  }

  private int next() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
      at++;
    }
    return peek();
  }

  private void document() {
    next();
    value();
    if (next() != END) {
      throw wrong("Extra data", at);
    }
  }

  private void value() {
    switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    }
  }

  private void object() {
    enter();
    if (next() != '}') {
      do {
        if (next() != '"') {
          throw wrong("Expecting property name enclosed in double quotes", at);
        }
        string();
        if (next() != ':') {
          throw wrong("Expecting ':' delimiter", at);
        }
        at++;
        next();
        value();
      } while (goesOn('}'));
    }
    leave();
  }

  private void array() {
    enter();
    if (next() != ']') {
      do {
        next();
        value();
      } while (goesOn(']'));
    }
    leave();
  }

  private boolean goesOn(char end) {
    int c = next();
    if (c == ',') {
      at++;
    } else if (c != end) {
      throw wrong("Expecting ',' delimiter", at);
    }
    return c == ',';
  }

  private void enter() {
    at++;
    if (++depth > MAX_DEPTH) {
      throw wrong("Expecting value", at);
    }
  }

  private void leave() {
    at++;
    depth--;
  }

  private void string() {
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

  private void word(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (at + i >= text.length || text[at + i] != word.charAt(i)) {
        throw wrong("Expecting value", at);
      }
    }
    at += word.length();
  }

  private void number() {
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
