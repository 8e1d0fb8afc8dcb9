package io.parley.delivery.publicroom;

import io.parley.edge.publicchat.Python;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.BooleanNode;

/// What a visitor's text means. Read as Python's `json` reads it: `NaN` is a number, of a name
/// that comes twice the last counts, and whatever is not asked for is dropped.
sealed interface VisitorFrame {
  /// Something to say, stripped and not empty.
  record Message(String content) implements VisitorFrame {}

  /// A sign of typing, in whatever words.
  record Typing(JsonNode typing) implements VisitorFrame {}

  /// Another name, another colour, or both.
  record Update(@Nullable String username, @Nullable String color) implements VisitorFrame {}

  /// Nothing that asks for anything.
  record Nothing() implements VisitorFrame {}

  /// No JSON.
  record NoJson() implements VisitorFrame {}

  /// Something is of another type than it should be: in Python's words.
  record WrongType(String words) implements VisitorFrame {}

  /// From a text frame.
  static VisitorFrame of(String text) {
    try {
      var tree = VisitorFrameReader.MAPPER.readTree(text);
      return tree.isMissingNode() ? new NoJson() : VisitorFrameReader.read(tree);
    } catch (JacksonException e) {
      return new NoJson();
    }
  }
}

/// Reads a frame's tree.
final class VisitorFrameReader {
  private static final int DEEPEST = 64;

  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private VisitorFrameReader() {}

  static VisitorFrame read(JsonNode tree) {
    if (!tree.isObject()) {
      return new VisitorFrame.WrongType(Python.lacks(tree, "get"));
    }
    var type = tree.get("type");
    if (type != null && !type.isString()) {
      return new VisitorFrame.Nothing();
    }
    return switch (type == null ? "message" : type.stringValue()) {
      case "message" -> message(tree.get("content"));
      case "typing" -> typing(tree.get("typing"));
      case "user_update" -> update(tree.get("username"), tree.get("color"));
      default -> new VisitorFrame.Nothing();
    };
  }

  private static VisitorFrame message(@Nullable JsonNode content) {
    if (content == null) {
      return new VisitorFrame.Nothing();
    }
    if (!content.isString()) {
      return new VisitorFrame.WrongType(Python.lacks(content, "strip"));
    }
    String text = Python.strip(content.stringValue());
    return text.isEmpty() ? new VisitorFrame.Nothing() : new VisitorFrame.Message(text);
  }

  private static VisitorFrame typing(@Nullable JsonNode typing) {
    return new VisitorFrame.Typing(
        typing == null ? BooleanNode.FALSE : TypingWords.passable(typing));
  }

  /// A blank name or colour was always taken for none.
  private static VisitorFrame update(@Nullable JsonNode username, @Nullable JsonNode color) {
    for (var value : new @Nullable JsonNode[] {username, color}) {
      if (value != null && !value.isString()) {
        return new VisitorFrame.WrongType(Python.lacks(value, "strip"));
      }
    }
    String name = stripped(username);
    String shade = stripped(color);
    return name == null && shade == null
        ? new VisitorFrame.Nothing()
        : new VisitorFrame.Update(name, shade);
  }

  private static @Nullable String stripped(@Nullable JsonNode value) {
    String text = value == null ? "" : Python.strip(value.stringValue());
    return text.isEmpty() ? null : text;
  }
}
