package io.parley.query.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What rows must be like, and the parameters of that.
final class Conditions {
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> parameters = new HashMap<>();

  /// One more condition.
  void add(String condition) {
    conditions.add(condition);
  }

  /// One more condition with its parameter, if there is one.
  void add(String condition, String name, @Nullable Object parameter) {
    if (parameter != null) {
      add(condition);
      parameters.put(name, parameter);
    }
  }

  /// A condition that is to be so, or not to be so, or nothing of both.
  void flag(String condition, @Nullable Boolean wanted) {
    if (wanted != null) {
      add(wanted ? condition : "not (" + condition + ")");
    }
  }

  /// One condition for each word, in which `{word}` is the word's pattern.
  void words(String condition, List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      add(condition.replace("{word}", ":word" + i), "word" + i, Search.pattern(words.get(i)));
    }
  }

  /// All of them.
  String sql() {
    return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
  }

  Map<String, Object> parameters() {
    return parameters;
  }
}
