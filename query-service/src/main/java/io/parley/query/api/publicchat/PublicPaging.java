package io.parley.query.api.publicchat;

import io.parley.query.api.Links;
import io.parley.query.api.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;

/// Numbered pages of 100, the last of which is also called `last`. There are at most 1,000,
/// however many things there are, since the database has to count its way to a page; a room's
/// messages can all be reached by their sequences.
final class PublicPaging {
  private static final int SIZE = 100;
  private static final int MOST_PAGES = 1_000;
  private static final String PAGE = "page";
  private static final Pattern POSITIVE = Pattern.compile("0*[1-9]\\d{0,8}");

  private PublicPaging() {}

  /// The page that is asked for, of so many things.
  static <T> Page<T> of(HttpServletRequest request, long count, Pages<T> pages) {
    long page = page(request, count);
    if (page > lastPage(count)) {
      throw new Wanted(request).invalidPage();
    }
    var links = Links.of(request);
    return new Page<>(
        count,
        page < lastPage(count) ? links.with(PAGE, String.valueOf(page + 1)) : null,
        switch ((int) Math.min(page, 3)) {
          case 1 -> null;
          case 2 -> links.without(PAGE);
          default -> links.with(PAGE, String.valueOf(page - 1));
        },
        pages.at((page - 1) * SIZE, SIZE));
  }

  private static long lastPage(long count) {
    return Math.clamp((count + SIZE - 1) / SIZE, 1, MOST_PAGES);
  }

  private static long page(HttpServletRequest request, long count) {
    String text = request.getParameter(PAGE);
    if (text == null) {
      return 1;
    }
    if (text.equals("last")) {
      return lastPage(count);
    }
    if (!POSITIVE.matcher(text).matches()) {
      throw new Wanted(request).invalidPage();
    }
    return Long.parseLong(text);
  }

  /// Where the things of a page come from.
  @FunctionalInterface
  interface Pages<T> {
    List<T> at(long offset, int size);
  }
}
