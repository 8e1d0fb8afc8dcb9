package io.parley.schemas;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A place in `chat.events`, written `<partition>-<offset>` in the header `Chat-Position`:
/// whoever sends it back wants to see everything up to and including the event at that offset. An
/// offset of -1 asks for nothing.
public record LogPosition(int partition, long offset) {
  /// The HTTP header that carries a position.
  public static final String HEADER = "Chat-Position";

  private static final int MAX_POSITIONS = 64;
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(-?\\d{1,18})");

  /// The position that the text names, or empty when it has another form.
  public static Optional<LogPosition> parse(String text) {
    var matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new LogPosition(Integer.parseInt(matcher.group(1)), Long.parseLong(matcher.group(2))))
        : Optional.empty();
  }

  /// The positions that the text names, separated by commas as an answer has them that changed
  /// several aggregates; empty when there are none, more than 64, or one of another form.
  public static List<LogPosition> parseAll(String text) {
    var parts = text.split(",", MAX_POSITIONS + 1);
    var positions =
        Stream.of(parts).map(String::strip).flatMap(part -> parse(part).stream()).toList();
    return positions.size() == parts.length && parts.length <= MAX_POSITIONS
        ? positions
        : List.of();
  }

  @Override
  public String toString() {
    return partition + "-" + offset;
  }
}
