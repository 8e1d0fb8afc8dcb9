package io.parley.delivery.publicroom;

import io.parley.edge.publicchat.Python;
import io.parley.schemas.MessageContent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/// What a visitor may say of its typing: true or false, a number, a short text. Anything else
/// becomes its truth.
final class TypingWords {
  private static final int LONGEST = 32;

  private TypingWords() {}

  static JsonNode passable(JsonNode typing) {
    return isPassable(typing) ? typing : BooleanNode.valueOf(Python.isTrue(typing));
  }

  private static boolean isPassable(JsonNode typing) {
    return switch (typing.getNodeType()) {
      case BOOLEAN -> true;
      case NUMBER -> Double.isFinite(typing.doubleValue()) && typing.asString().length() <= LONGEST;
      case STRING ->
          typing.stringValue().length() <= LONGEST && MessageContent.isText(typing.stringValue());
      case NULL, MISSING, ARRAY, OBJECT, POJO, BINARY -> false;
    };
  }
}
