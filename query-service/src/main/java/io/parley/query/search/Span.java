package io.parley.query.search;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;

/// A part of a text, from one offset in UTF-16 to another one; written as an array of both.
public record Span(int start, int end) {
  @JsonValue
  List<Integer> pair() {
    return List.of(start, end);
  }
}
