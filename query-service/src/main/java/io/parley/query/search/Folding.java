package io.parley.query.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Makes texts equal that people take for the same: case, compatible forms, Arabic and Persian
/// letters, digits of any script as ASCII, without vowel signs, tatweel and invisible characters.
///
/// A half-space is typed as such, as a full space or not at all. So spaces between letters of the
/// Arabic script are dropped from what is searched in, and a query is taken word by word.
final class Folding {
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern ARABIC_SPACE =
      Pattern.compile("(?<=\\p{IsArabic}) (?=\\p{IsArabic})");

  private Folding() {}

  /// A text to search in.
  static String text(String text) {
    return ARABIC_SPACE.matcher(folded(text)).replaceAll("");
  }

  /// The words of a query, each of which is to be found in a [#text].
  static List<String> words(String query) {
    return Arrays.stream(folded(query).split(" ", -1))
        .filter(w -> !w.isEmpty())
        .distinct()
        .toList();
  }

  private static String folded(String text) {
    var folded = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .forEach(c -> append(folded, c));
    return SPACES.matcher(folded).replaceAll(" ").strip();
  }

  private static void append(StringBuilder to, int c) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      to.append(' ');
    } else if (Character.isDigit(c)) {
      to.append(Character.digit(c, 10));
    } else if (!isDropped(c)) {
      to.appendCodePoint(letter(c));
    }
  }

  private static boolean isDropped(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT, Character.CONTROL -> true;
      case Character.NON_SPACING_MARK -> isArabicSign(c) || isVariationSelector(c);
      default -> c == TATWEEL;
    };
  }

  private static final int TATWEEL = 0x0640;

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
