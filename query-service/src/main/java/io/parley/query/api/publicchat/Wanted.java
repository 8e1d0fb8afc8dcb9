package io.parley.query.api.publicchat;

import io.parley.edge.publicchat.Language;
import io.parley.edge.publicchat.PublicProblem;
import io.parley.edge.publicchat.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// Reads the parameters of a request, and gathers what is wrong with them.
final class Wanted {
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}");
  private static final Pattern UUID_DIGITS =
      Pattern.compile(
          "(\\p{XDigit}{8})(\\p{XDigit}{4})(\\p{XDigit}{4})(\\p{XDigit}{4})(\\p{XDigit}{12})");
  private static final Pattern UUID_MARKS = Pattern.compile("^urn:uuid:|^\\{|}$|-");

  private final HttpServletRequest request;
  private final Language language;
  private final Map<String, List<String>> errors = new LinkedHashMap<>();

  Wanted(HttpServletRequest request) {
    this.request = request;
    this.language = Language.of(request);
  }

  /// A UUID in any of its forms: with dashes or without, in braces, as a URN, in upper case.
  static Optional<UUID> uuid(String text) {
    var digits = UUID_DIGITS.matcher(UUID_MARKS.matcher(text.strip()).replaceAll(""));
    return digits.matches()
        ? Optional.of(UUID.fromString(digits.replaceAll("$1-$2-$3-$4-$5")))
        : Optional.empty();
  }

  /// Whether the parameter is there and says something.
  boolean has(String name) {
    String text = request.getParameter(name);
    return text != null && !text.isEmpty();
  }

  /// A whole number within bounds.
  long number(String name, long byDefault, long least, long most) {
    if (!has(name)) {
      return byDefault;
    }
    String text = request.getParameter(name).strip();
    if (!NUMBER.matcher(text).matches()) {
      return wrong(name, Text.NOT_AN_INTEGER.in(language), byDefault);
    }
    long number = Long.parseLong(text);
    if (number < least) {
      return wrong(name, Text.TOO_SMALL.in(language, least), byDefault);
    }
    return number > most ? wrong(name, Text.TOO_LARGE.in(language, most), byDefault) : number;
  }

  private long wrong(String name, String text, long byDefault) {
    errors.put(name, List.of(text));
    return byDefault;
  }

  /// Throws the problem that says what was wrong, if anything was.
  void check() {
    if (!errors.isEmpty()) {
      throw PublicProblem.fields(errors);
    }
  }

  /// The problem of what is no UUID.
  PublicProblem noUuid(String name) {
    return PublicProblem.fields(Map.of(name, List.of(Text.NOT_A_UUID.in(language))));
  }

  /// The problem of what is not there.
  PublicProblem notFound() {
    return PublicProblem.detail(404, Text.NOT_FOUND.in(language));
  }

  /// The problem of a page that is not there.
  PublicProblem invalidPage() {
    return PublicProblem.detail(404, Text.INVALID_PAGE.in(language));
  }
}
