package io.parley.schemas.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a value could have been had something gone wrong: every property at any depth, once.
final class Mutants {
  /// A value with one thing wrong, and what: `-room.vendor_id` for example.
  record Mutant(String what, JsonNode value) {}

  private Mutants() {}

  /// Each property left out.
  static List<Mutant> withoutOne(JsonNode value) {
    return mutants("-", value, ObjectNode::remove);
  }

  /// Each property of a type that nothing has: a list in a list.
  static List<Mutant> withOneOfAWrongType(JsonNode value) {
    return mutants("!", value, (object, name) -> object.putArray(name).addArray());
  }

  /// Each object with a property that nobody knows.
  static List<Mutant> withOneUnknown(JsonNode value) {
    return mutants("+", value, (object, name) -> object.put("nobody_knows", true));
  }

  private static List<Mutant> mutants(
      String sign, JsonNode value, BiConsumer<ObjectNode, String> change) {
    var mutants = new ArrayList<Mutant>();
    for (var path : paths(value, List.of())) {
      var copy = value.deepCopy();
      JsonNode node = copy;
      for (var step : path.subList(0, path.size() - 1)) {
        node = node.isArray() ? node.get(Integer.parseInt(step)) : node.get(step);
      }
      change.accept((ObjectNode) node, path.getLast());
      mutants.add(new Mutant(sign + String.join(".", path), copy));
    }
    return mutants;
  }

  private static List<List<String>> paths(JsonNode node, List<String> prefix) {
    var paths = new ArrayList<List<String>>();
    if (node instanceof ObjectNode object) {
      object.forEachEntry(
          (name, child) -> {
            paths.add(append(prefix, name));
            paths.addAll(paths(child, append(prefix, name)));
          });
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        paths.addAll(paths(array.get(i), append(prefix, Integer.toString(i))));
      }
    }
    return paths;
  }

  private static List<String> append(List<String> path, String step) {
    var longer = new ArrayList<>(path);
    longer.add(step);
    return List.copyOf(longer);
  }
}
