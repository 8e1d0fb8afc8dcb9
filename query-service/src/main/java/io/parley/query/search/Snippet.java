package io.parley.query.search;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/// Some of a text around the first place that was found in it, with the places in it. Where
/// something is left out there is `…`.
public record Snippet(String text, List<Span> highlights) {
  private static final int LENGTH = 200;
  private static final int BEFORE = 60;
  private static final String LEFT_OUT = "…";

  /// Of a text with its places.
  public static Snippet of(String text, List<Span> highlights) {
    if (text.length() <= LENGTH) {
      return new Snippet(text, highlights);
    }
    var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int first = highlights.isEmpty() ? 0 : highlights.getFirst().start();
    int from = boundary(characters, Math.min(first - BEFORE, text.length() - LENGTH));
    int to = boundary(characters, Math.min(from + LENGTH, text.length()));
    var before = from == 0 ? "" : LEFT_OUT;
    var after = to == text.length() ? "" : LEFT_OUT;
    return new Snippet(
        before + text.substring(from, to) + after,
        moved(highlights, from, to, before.length() - from));
  }

  private static int boundary(BreakIterator characters, int at) {
    return at <= 0 ? 0 : characters.isBoundary(at) ? at : characters.preceding(at);
  }

  private static List<Span> moved(List<Span> highlights, int from, int to, int by) {
    return highlights.stream()
        .filter(span -> span.start() >= from && span.start() < to)
        .map(span -> new Span(span.start() + by, Math.min(span.end(), to) + by))
        .toList();
  }
}
