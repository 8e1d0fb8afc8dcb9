package io.parley.standalone.transcript;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.core.JsonToken;

/// Compares what was captured with what comes now. Ids and times are other ones: each has the form
/// of the captured one, and where the same one was captured again, the same one comes again.
final class Likeness {
  /// A number whatever it is.
  static final String NUMBER = "<number>";

  /// A word whatever it is.
  static final String WORD = "<word>";

  /// A time as frames have it, whichever it is.
  static final String TIME = "<time>";

  private static final Pattern ID =
      Pattern.compile("(?i)[0-9a-f]{8}(-?)[0-9a-f]{4}\\1[0-9a-f]{4}\\1[0-9a-f]{4}\\1[0-9a-f]{12}");
  private static final Pattern VARIABLE =
      Pattern.compile(
          "(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"
              + "|(?:\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}(?<zone>Z|\\+0[06]:00))"
              + "|<word>|<time>");
  private static final String ID_HERE = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
  private static final String TIME_HERE = "(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}%s)";

  private final Map<String, String> ids = new HashMap<>();
  private final Map<Instant, Instant> times = new HashMap<>();

  /// A captured text to be sent, with the ids of this run. An id that has not come up yet is sent
  /// as it is.
  String here(String captured) {
    return ID.matcher(captured)
        .replaceAll(
            found -> {
              String text = found.group();
              String id = found.group(1).isEmpty() ? dashed(text) : text;
              id = id.toLowerCase(Locale.ROOT);
              String mine = ids.computeIfAbsent(id, same -> same);
              mine = found.group(1).isEmpty() ? mine.replace("-", "") : mine;
              return text.equals(text.toUpperCase(Locale.ROOT)) && !text.matches("[-0-9]+")
                  ? mine.toUpperCase(Locale.ROOT)
                  : mine;
            });
  }

  private static String dashed(String id) {
    return id.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
  }

  /// What is different in a JSON text; of one that was cut off, up to there.
  Optional<String> difference(String captured, String now, boolean cutOff) {
    var expected = Leaf.of(captured);
    var actual = Leaf.of(now);
    var attempt = new Attempt(new HashMap<>(ids), new HashMap<>(times));
    for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
      if (!attempt.isLike(expected.get(i), actual.get(i))) {
        return Optional.of(expected.get(i) + " is now " + actual.get(i));
      }
    }
    if (expected.size() == actual.size() || (cutOff && expected.size() < actual.size())) {
      ids.putAll(attempt.ids);
      times.putAll(attempt.times);
      return Optional.empty();
    }
    return Optional.of(expected.size() + " values are now " + actual.size());
  }

  /// What is known of ids and times when this text is right.
  private record Attempt(Map<String, String> ids, Map<Instant, Instant> times) {
    boolean isLike(Leaf captured, Leaf now) {
      if (!captured.path().equals(now.path())) {
        return false;
      }
      if (captured.value().equals(NUMBER)) {
        return now.kind() == JsonToken.VALUE_NUMBER_INT;
      }
      return captured.kind() == now.kind()
          && (captured.kind() == JsonToken.VALUE_STRING
              ? isLike(captured.value(), now.value())
              : captured.value().equals(now.value()));
    }

    private boolean isLike(String captured, String now) {
      var form = new StringBuilder();
      var variables = new ArrayList<String>();
      var found = VARIABLE.matcher(captured);
      int end = 0;
      while (found.find()) {
        form.append(Pattern.quote(captured.substring(end, found.start()))).append(form(found));
        end = found.end();
        variables.add(found.group());
      }
      form.append(Pattern.quote(captured.substring(end)));
      var here = Pattern.compile(form.toString(), Pattern.DOTALL).matcher(now);
      return here.matches()
          && IntStream.range(0, variables.size())
              .allMatch(i -> isSame(variables.get(i), here.group(i + 1)));
    }

    private static String form(Matcher variable) {
      return switch (variable.group()) {
        case WORD -> "(.+)";
        case TIME -> TIME_HERE.formatted("\\+00:00");
        case String _ when variable.group("zone") != null ->
            TIME_HERE.formatted(Pattern.quote(variable.group("zone")));
        default -> ID_HERE;
      };
    }

    private boolean isSame(String captured, String now) {
      if (captured.startsWith("<")) {
        return true;
      }
      if (captured.indexOf('T') < 0) {
        String known = ids.get(captured);
        return known == null
            ? !ids.containsValue(now) && ids.put(captured, now) == null
            : known.equals(now);
      }
      var known = times.putIfAbsent(instant(captured), instant(now));
      return known == null || known.equals(instant(now));
    }

    private static Instant instant(String time) {
      return OffsetDateTime.parse(time).toInstant();
    }
  }
}
