package io.parley.standalone.transcript;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A place where Parley is not as what was captured, on purpose: what it is there, and why.
///
/// @param section the title of the one section that differs, or [#ANYWHERE]
/// @param was what was captured, in the words of the transcript
/// @param is what it is now, with the groups of `was` as `$1`
public record Difference(String section, Pattern was, String is, String why) {
  static final String ANYWHERE = "";

  /// Wherever this was captured.
  public static Difference anywhere(String was, String is, String why) {
    return new Difference(ANYWHERE, Pattern.compile(was), is, why);
  }

  /// In one section, literally.
  public static Difference in(String section, String was, String is, String why) {
    return new Difference(
        section, Pattern.compile(Pattern.quote(was)), Matcher.quoteReplacement(is), why);
  }

  /// In one section, from the first line that begins like this to the end of the section.
  public static Difference rest(String section, String from, String is, String why) {
    var was = Pattern.compile("(?ms)^" + Pattern.quote(from) + ".*\\z");
    return new Difference(section, was, Matcher.quoteReplacement(is), why);
  }

  /// The answer of a section's last request.
  public static Difference answer(String section, int status, String body, String why) {
    var was = Pattern.compile("(?s)\\A(.*)```http\nHTTP/1.1 .*?\n```\n");
    String type = body.startsWith("{") ? "application/json" : "text/plain";
    String is = "```http\nHTTP/1.1 %d\nContent-Type: %s\n\n%s\n```\n".formatted(status, type, body);
    return new Difference(section, was, "$1" + Matcher.quoteReplacement(is), why);
  }

  boolean concerns(String title) {
    return section.equals(ANYWHERE) || section.equals(title);
  }

  String applyTo(String text) {
    return was.matcher(text).replaceAll(is);
  }
}
