package io.parley.edge.command;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// W3C trace contexts.
final class Traces {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

  private Traces() {}

  /// The caller's own context where it has one, else a new one.
  static String orNew(@Nullable String traceparent) {
    return traceparent != null && FORM.matcher(traceparent).matches()
        ? traceparent
        : "00-" + hex(16) + "-" + hex(8) + "-01";
  }

  private static String hex(int bytes) {
    var random = new byte[bytes];
    ThreadLocalRandom.current().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
