package io.parley.edge.trace;

import io.micrometer.tracing.TraceContext;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// W3C trace contexts as text, `00-<trace>-<span>-<flags>`.
final class TraceParent {
  private static final Pattern FORM =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
  private static final int LENGTH = 55;
  private static final int TRACE = 3;
  private static final int SPAN = 36;
  private static final int FLAGS = 53;

  private TraceParent() {}

  static boolean isOne(@Nullable String text) {
    return text != null && FORM.matcher(text).matches();
  }

  /// Whether whoever made this wants it to be followed; looks at nothing else.
  static boolean isSampled(byte @Nullable [] text) {
    return text != null
        && text.length == LENGTH
        && (Character.digit(text[LENGTH - 1], 16) & 1) == 1;
  }

  static boolean isSampled(String text) {
    return (Character.digit(text.charAt(LENGTH - 1), 16) & 1) == 1;
  }

  static String traceId(String text) {
    return text.substring(TRACE, SPAN - 1);
  }

  static String spanId(String text) {
    return text.substring(SPAN, FLAGS - 1);
  }

  static String of(TraceContext context) {
    boolean sampled = Boolean.TRUE.equals(context.sampled());
    return "00-" + context.traceId() + "-" + context.spanId() + (sampled ? "-01" : "-00");
  }

  /// A context of its own that nobody follows.
  static String random() {
    return "00-" + hex(16) + "-" + hex(8) + "-00";
  }

  private static String hex(int bytes) {
    var random = new byte[bytes];
    ThreadLocalRandom.current().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}
