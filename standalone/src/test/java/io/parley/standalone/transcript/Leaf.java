package io.parley.standalone.transcript;

import io.parley.schemas.Json;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/// A value in a JSON text, by its path. The leaves of a text in their order say all that it says.
record Leaf(String path, JsonToken kind, String value) {
  /// The leaves of a JSON text, or of its beginning where the rest was cut off.
  static List<Leaf> of(String json) {
    var leaves = new ArrayList<Leaf>();
    try (var parser = Json.mapper().createParser(json)) {
      var previous = JsonToken.NOT_AVAILABLE;
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isScalarValue() || isEmpty(previous, token)) {
          var path = parser.streamReadContext().pathAsPointer().toString();
          leaves.add(new Leaf(path, token, token.isScalarValue() ? parser.getString() : ""));
        }
        previous = token;
      }
    } catch (JacksonException _) {
      // cut off here
    }
    return leaves;
  }

  private static boolean isEmpty(JsonToken previous, JsonToken token) {
    return token.isStructEnd() && previous.isStructStart();
  }
}
