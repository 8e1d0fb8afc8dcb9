package io.parley.query.search;

import java.util.Arrays;

/// A text that was made of another one, character by character, and knows of each of its
/// characters which part of the other one it stands for. Offsets are those of UTF-16.
final class FoldedText {
  private final String folded;
  private final int[] starts;
  private final int[] ends;

  private FoldedText(String folded, int[] starts, int[] ends) {
    this.folded = folded;
    this.starts = starts;
    this.ends = ends;
  }

  /// The text.
  String folded() {
    return folded;
  }

  /// Where in the other text what these characters stand for begins and ends.
  Span origin(int from, int to) {
    return new Span(starts[from], ends[to - 1]);
  }

  /// Where in the other text the character at this place begins.
  int start(int at) {
    return starts[at];
  }

  /// Where in the other text the character at this place ends.
  int end(int at) {
    return ends[at];
  }

  /// Makes one.
  static final class Builder {
    private final StringBuilder folded;
    private int[] starts;
    private int[] ends;

    Builder(int length) {
      this.folded = new StringBuilder(length);
      this.starts = new int[length];
      this.ends = new int[length];
    }

    boolean isEmpty() {
      return folded.isEmpty();
    }

    boolean endsWithSpace() {
      return !isEmpty() && folded.charAt(folded.length() - 1) == ' ';
    }

    /// The code point that ends so many characters before the end, or -1.
    int codePointBefore(int characters) {
      int at = folded.length() - characters;
      return at > 0 ? folded.codePointBefore(at) : -1;
    }

    void append(int codePoint, int start, int end) {
      int from = folded.length();
      folded.appendCodePoint(codePoint);
      if (folded.length() > starts.length) {
        starts = Arrays.copyOf(starts, 2 * folded.length());
        ends = Arrays.copyOf(ends, 2 * folded.length());
      }
      Arrays.fill(starts, from, folded.length(), start);
      Arrays.fill(ends, from, folded.length(), end);
    }

    void removeLast() {
      folded.setLength(folded.length() - 1);
    }

    FoldedText build() {
      return new FoldedText(folded.toString(), starts, ends);
    }
  }
}
