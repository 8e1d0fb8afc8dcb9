package io.parley.query.projection;

import java.util.regex.Pattern;

/// Replaces escaped NULs in JSON, which `jsonb` does not take.
final class NulInJson {
  private static final String ESCAPED = "\\u0000";
  private static final Pattern NUL = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u0000");

  private NulInJson() {}

  static String replaced(String json) {
    return json.contains(ESCAPED) ? NUL.matcher(json).replaceAll("$1\uFFFD") : json;
  }
}
