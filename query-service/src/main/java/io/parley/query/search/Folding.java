package io.parley.query.search;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.List;

/// Makes texts equal that people take for the same: case, compatible forms, Arabic and Persian
/// letters, digits of any script as ASCII, without vowel signs, tatweel and invisible characters.
///
/// A half-space is typed as such, as a full space or not at all. So spaces between letters of the
/// Arabic script are dropped from what is searched in, and a query is taken word by word.
public final class Folding {
  private static final int TATWEEL = 0x0640;

  private final boolean joinsArabic;
  private final FoldedText.Builder folded;

  private Folding(boolean joinsArabic, int length) {
    this.joinsArabic = joinsArabic;
    this.folded = new FoldedText.Builder(length);
  }

  /// A text to search in.
  public static String text(String text) {
    return fold(text).folded();
  }

  /// A text to search in, which knows where in the given one its characters were.
  static FoldedText fold(String text) {
    return fold(text, true);
  }

  /// The words of a query, each of which is to be found in a [#text].
  static List<String> words(String query) {
    return Arrays.stream(fold(query, false).folded().split(" ", -1))
        .filter(w -> !w.isEmpty())
        .distinct()
        .toList();
  }

  private static FoldedText fold(String text, boolean joinsArabic) {
    var normal = Normal.of(text);
    var characters = normal.folded();
    var folding = new Folding(joinsArabic, characters.length());
    for (int at = 0, next; at < characters.length(); at = next) {
      int c = characters.codePointAt(at);
      next = at + Character.charCount(c);
      folding.take(c, normal.start(at), normal.end(at));
    }
    if (folding.folded.endsWithSpace()) {
      folding.folded.removeLast();
    }
    return folding.folded.build();
  }

  private void take(int c, int start, int end) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      space(start, end);
    } else if (Character.isDigit(c)) {
      folded.append('0' + Character.digit(c, 10), start, end);
    } else if (!isDropped(c)) {
      letter(letter(c), start, end);
    }
  }

  private void space(int start, int end) {
    if (!folded.isEmpty() && !folded.endsWithSpace()) {
      folded.append(' ', start, end);
    }
  }

  private void letter(int c, int start, int end) {
    if (joinsArabic
        && isArabic(c)
        && folded.endsWithSpace()
        && isArabic(folded.codePointBefore(1))) {
      folded.removeLast();
    }
    folded.append(c, start, end);
  }

  private static boolean isArabic(int c) {
    return UnicodeScript.of(c) == UnicodeScript.ARABIC;
  }

  private static boolean isDropped(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT, Character.CONTROL -> true;
      case Character.NON_SPACING_MARK -> isArabicSign(c) || isVariationSelector(c);
      default -> c == TATWEEL;
    };
  }

  private static boolean isArabicSign(int c) {
    return (c >= 0x0610 && c <= 0x061A)
        || (c >= 0x064B && c <= 0x065F)
        || c == 0x0670
        || (c >= 0x06D6 && c <= 0x06ED);
  }

  private static boolean isVariationSelector(int c) {
    return c >= 0xFE00 && c <= 0xFE0F;
  }

  private static int letter(int c) {
    return switch (c) {
      case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
      case 'ي', 'ى', 'ئ' -> 'ی';
      case 'ؤ' -> 'و';
      case 'ك' -> 'ک';
      case 'ة', 'ۀ', 'ە' -> 'ه';
      case '٪' -> '%';
      default -> c;
    };
  }
}
