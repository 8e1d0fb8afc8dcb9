package io.parley.edge.publicchat;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What a visitor's colour may be: `#rgb`, `#rrggbb`, or one of the colour words of CSS that have
/// at most seven letters, in any case.
public final class Colors {
  /// The longest colour, in characters.
  public static final int MAX_LENGTH = 7;

  private static final Pattern HEX = Pattern.compile("#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})");

  private static final Set<String> WORDS =
      Set.of(
          "aqua", "azure", "beige", "bisque", "black", "blue", "brown", "coral", "crimson", "cyan",
          "darkred", "dimgray", "dimgrey", "fuchsia", "gold", "gray", "green", "grey", "hotpink",
          "indigo", "ivory", "khaki", "lime", "linen", "magenta", "maroon", "navy", "oldlace",
          "olive", "orange", "orchid", "peru", "pink", "plum", "purple", "red", "salmon", "sienna",
          "silver", "skyblue", "snow", "tan", "teal", "thistle", "tomato", "violet", "wheat",
          "white", "yellow");

  private Colors() {}

  /// Whether this is such a colour.
  public static boolean isColor(String text) {
    return HEX.matcher(text).matches() || WORDS.contains(text.toLowerCase(Locale.ROOT));
  }
}
