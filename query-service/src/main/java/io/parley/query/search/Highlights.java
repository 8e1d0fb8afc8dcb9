package io.parley.query.search;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Where in a text the words of a query are, as somebody typed the text: in order, apart from one
/// another, and never beginning or ending within what looks like one character.
public final class Highlights {
  private Highlights() {}

  /// All places of these words, which are those of [Search#words(String)].
  public static List<Span> of(String text, List<String> words) {
    var folded = Folding.fold(text);
    var found = new ArrayList<Span>();
    words.forEach(word -> find(folded, word, found));
    if (found.isEmpty()) {
      return List.of();
    }
    var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    found.replaceAll(span -> whole(span, characters));
    return merged(found);
  }

  /// Whether the word is in the text.
  public static boolean isIn(String text, String word) {
    return Folding.text(text).contains(word);
  }

  private static void find(FoldedText text, String word, List<Span> found) {
    var folded = text.folded();
    for (int at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length())) {
      found.add(text.origin(at, at + word.length()));
    }
  }

  private static Span whole(Span span, BreakIterator characters) {
    int start =
        characters.isBoundary(span.start()) ? span.start() : characters.preceding(span.start());
    int end = characters.isBoundary(span.end()) ? span.end() : characters.following(span.end());
    return new Span(start, end);
  }

  private static List<Span> merged(List<Span> found) {
    found.sort(Comparator.comparingInt(Span::start));
    var merged = new ArrayList<Span>();
    for (var span : found) {
      if (!merged.isEmpty() && span.start() <= merged.getLast().end()) {
        var last = merged.removeLast();
        merged.add(new Span(last.start(), Math.max(last.end(), span.end())));
      } else {
        merged.add(span);
      }
    }
    return List.copyOf(merged);
  }
}
