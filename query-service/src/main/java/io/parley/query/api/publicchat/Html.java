package io.parley.query.api.publicchat;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.util.HtmlUtils;

/// Answers as a page, for who looks at the API with a browser.
final class Html {
  /// The type of the page.
  static final MediaType TYPE = MediaType.parseMediaType("text/html;charset=utf-8");

  private static final MediaType JSON = MediaType.APPLICATION_JSON;

  private static final Comparator<MediaType> WISH =
      Comparator.comparing(MediaType::getQualityValue)
          .thenComparing(type -> !type.isWildcardType())
          .thenComparing(type -> !type.isWildcardSubtype());

  private static final MediaType NOTHING = new MediaType("*", "*", 0.0);

  private Html() {}

  /// Whether the header `Accept` would rather have a page than JSON.
  static boolean isPreferred(@Nullable String accept) {
    if (accept == null) {
      return false;
    }
    try {
      var wishes = MediaType.parseMediaTypes(accept);
      var page = wish(wishes, MediaType.TEXT_HTML);
      return page.getQualityValue() > 0 && WISH.compare(page, wish(wishes, JSON)) > 0;
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  /// What was said most exactly about this type.
  private static MediaType wish(List<MediaType> wishes, MediaType type) {
    return wishes.stream()
        .filter(wish -> wish.includes(type))
        .max(
            Comparator.comparing((MediaType wish) -> !wish.isWildcardType())
                .thenComparing(wish -> !wish.isWildcardSubtype()))
        .orElse(NOTHING);
  }

  /// A page with JSON on it.
  static String page(String title, String json) {
    return """
        <!DOCTYPE html>
        <html>
        <head>
        <meta charset="utf-8">
        <meta name="robots" content="NONE,NOARCHIVE">
        <title>%1$s</title>
        </head>
        <body>
        <h1>%1$s</h1>
        <pre>%2$s</pre>
        </body>
        </html>
        """
        .formatted(HtmlUtils.htmlEscape(title, "UTF-8"), HtmlUtils.htmlEscape(json, "UTF-8"));
  }
}
