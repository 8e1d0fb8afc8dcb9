package io.parley.query.search;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/// A text in the normal form NFKC and in lower case, each character with what it stands for.
final class Normal {
  private static final int FIRST_MARK = 0x300;
  private static final int KIRAT_RAI_SIGN_E = 0x16D67;

  private Normal() {}

  static FoldedText of(String text) {
    return lowerCase(nfkc(text));
  }

  private static FoldedText nfkc(String text) {
    var normal = new FoldedText.Builder(text.length());
    if (Normalizer.isNormalized(text, Form.NFKC)) {
      asItIs(text, 0, text.length(), normal);
    } else {
      for (int from = 0, to; from < text.length(); from = to) {
        to = endOfPiece(text, from);
        piece(text, from, to, normal);
      }
    }
    return normal.build();
  }

  /// A piece is what can be normalized alone, whatever comes before and after it.
  private static int endOfPiece(String text, int from) {
    int at = from;
    do {
      at += Character.charCount(text.codePointAt(at));
    } while (at < text.length() && !beginsPiece(text.codePointAt(at)));
    return at;
  }

  private static boolean beginsPiece(int c) {
    if (c < FIRST_MARK) {
      return true;
    }
    int first = Normalizer.normalize(Character.toString(c), Form.NFKD).codePointAt(0);
    boolean isHangulAfterAnother = first >= 0x1160 && first <= 0x11FF;
    return !isHangulAfterAnother
        && first != KIRAT_RAI_SIGN_E
        && switch (Character.getType(first)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              false;
          default -> true;
        };
  }

  private static void piece(String text, int from, int to, FoldedText.Builder normal) {
    var piece = text.substring(from, to);
    var changed = Normalizer.normalize(piece, Form.NFKC);
    if (changed.equals(piece)) {
      asItIs(text, from, to, normal);
    } else {
      changed.codePoints().forEach(c -> normal.append(c, from, to));
    }
  }

  private static void asItIs(String text, int from, int to, FoldedText.Builder normal) {
    for (int at = from, next; at < to; at = next) {
      int c = text.codePointAt(at);
      next = at + Character.charCount(c);
      normal.append(c, at, next);
    }
  }

  /// A letter's lower case may depend on its neighbours, but not how long it is.
  private static FoldedText lowerCase(FoldedText normal) {
    var text = normal.folded();
    var lower = text.toLowerCase(Locale.ROOT);
    if (lower.equals(text)) {
      return normal;
    }
    var changed = new FoldedText.Builder(lower.length());
    for (int at = 0, done = 0, next; at < text.length(); at = next) {
      int c = text.codePointAt(at);
      next = at + Character.charCount(c);
      int end = done + Character.toString(c).toLowerCase(Locale.ROOT).length();
      for (int n; done < end; done += n) {
        int l = lower.codePointAt(done);
        n = Character.charCount(l);
        changed.append(l, normal.start(at), normal.end(at));
      }
    }
    return changed.build();
  }
}
