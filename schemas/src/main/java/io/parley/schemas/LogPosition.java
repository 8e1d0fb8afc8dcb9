package io.parley.schemas;

import java.util.Optional;
import java.util.regex.Pattern;

/// A place in `chat.events`, written `<partition>-<offset>` in the header `Chat-Position`:
/// whoever sends it back wants to see everything up to and including the event at that offset. An
/// offset of -1 asks for nothing.
public record LogPosition(int partition, long offset) {
  /// The HTTP header that carries a position.
  public static final String HEADER = "Chat-Position";

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(-?\\d{1,18})");

  /// The position that the text names, or empty when it has another form.
  public static Optional<LogPosition> parse(String text) {
    var matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new LogPosition(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return partition + "-" + offset;
  }
}
