package io.parley.edge.publicchat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The languages in which the public chat talks to its visitors. Bangla is spoken where nobody
/// asks for another one, and where none of those asked for is known.
public enum Language {
  /// Bangla.
  BANGLA("bn"),
  /// Persian.
  PERSIAN("fa"),
  /// English.
  ENGLISH("en");

  private static final int HEADER_AT_MOST = 500;
  private static final List<Locale> LOCALES =
      Arrays.stream(values()).map(Language::locale).toList();

  private final Locale locale;

  Language(String code) {
    this.locale = Locale.of(code);
  }

  /// Its locale, without a country.
  public Locale locale() {
    return locale;
  }

  /// What a request asks for: `?lang=` wins over `Accept-Language`.
  public static Language of(HttpServletRequest request) {
    return of(inQuery(request.getQueryString()), request.getHeader("Accept-Language"));
  }

  /// Not `getParameter`, which would read a form's body.
  private static @Nullable String inQuery(@Nullable String query) {
    return query == null
        ? null
        : Arrays.stream(query.split("&"))
            .filter(parameter -> parameter.startsWith("lang="))
            .map(parameter -> parameter.substring("lang=".length()))
            .findFirst()
            .orElse(null);
  }

  /// What was asked for, by a language tag (`fa`, `en-GB`) or else by the header's list.
  public static Language of(@Nullable String lang, @Nullable String acceptLanguage) {
    return known(lang).or(() -> known(acceptLanguage)).orElse(BANGLA);
  }

  private static Optional<Language> known(@Nullable String ranges) {
    if (ranges == null || ranges.isBlank() || ranges.length() > HEADER_AT_MOST) {
      return Optional.empty();
    }
    try {
      var best = Locale.lookup(Locale.LanguageRange.parse(ranges.strip()), LOCALES);
      return Arrays.stream(values()).filter(known -> known.locale.equals(best)).findFirst();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
