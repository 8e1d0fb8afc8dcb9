package io.parley.command.api.publicchat;

/// Says what is wrong with a text that is no JSON, and where, in the words of Python's parser:
/// `Expecting value: line 1 column 14 (char 13)`. Columns count from 1, characters from 0, both in
/// Unicode code points.
final class JsonErrors {
  private static final int MAX_DEPTH = 100;

  private final JsonText text;
  private int depth;

  private JsonErrors(String text) {
    this.text = new JsonText(text);
  }

  /// What is wrong; of a text in which Python would find nothing, that it is no value.
  static String of(String text) {
    var parser = new JsonErrors(text);
    try {
      parser.document();
      return parser.text.wrong("Expecting value").getMessage();
    } catch (JsonText.Wrong e) {
      return e.getMessage();
    }
  }

  private void document() {
    text.next();
    value();
    if (text.next() != JsonText.END) {
      throw text.wrong("Extra data");
    }
  }

  private void value() {
    switch (text.peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> text.string();
      case 't' -> text.word("true");
      case 'f' -> text.word("false");
      case 'n' -> text.word("null");
      default -> text.number();
    }
  }

  private void object() {
    enter();
    if (text.next() != '}') {
      do {
        if (text.next() != '"') {
          throw text.wrong("Expecting property name enclosed in double quotes");
        }
        text.string();
        if (text.next() != ':') {
          throw text.wrong("Expecting ':' delimiter");
        }
        text.skip();
        text.next();
        value();
      } while (goesOn('}'));
    }
    leave();
  }

  private void array() {
    enter();
    if (text.next() != ']') {
      do {
        text.next();
        value();
      } while (goesOn(']'));
    }
    leave();
  }

  private boolean goesOn(char end) {
    int c = text.next();
    if (c == ',') {
      text.skip();
    } else if (c != end) {
      throw text.wrong("Expecting ',' delimiter");
    }
    return c == ',';
  }

  private void enter() {
    text.skip();
    if (++depth > MAX_DEPTH) {
      throw text.wrong("Expecting value");
    }
  }

  private void leave() {
    text.skip();
    depth--;
  }
}
