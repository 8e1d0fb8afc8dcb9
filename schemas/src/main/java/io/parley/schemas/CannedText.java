package io.parley.schemas;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;

/// An answer that a vendor keeps ready: what is typed for it, without the slash, what it is
/// called, and what it says. Placeholders, as `{buyer}`, are kept as they are.
public record CannedText(String shortcut, String title, String content) {
  /// The longest title, in Unicode code points.
  public static final int MAX_TITLE = 100;

  /// Letters of any script with what belongs to them, digits, `_` and `-`.
  private static final Pattern SHORTCUT =
      Pattern.compile("(?=.*[\\p{L}\\p{Nd}])[\\p{L}\\p{M}\\p{Nd}_\\-\\u200C\\u200D]{1,32}");

  /// Whether this may be a shortcut, in the form that [#normal] gives it.
  public static boolean isShortcut(String text) {
    return SHORTCUT.matcher(text).matches();
  }

  /// The form in which a shortcut is kept.
  public static String normal(String shortcut) {
    return Normalizer.normalize(shortcut, Form.NFKC);
  }

  /// What is the same for shortcuts that count as the same.
  public static String key(String shortcut) {
    return normal(normal(shortcut).toLowerCase(Locale.ROOT));
  }
}
