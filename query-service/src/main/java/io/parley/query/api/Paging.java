package io.parley.query.api;

import io.parley.edge.problem.Problem;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Which page of how many, as the old API had it: a page that is not there is a 404, a size that
/// is none is the default, a large one the maximum.
record Paging(int page, int size) {
  private static final int DEFAULT_SIZE = 50;
  private static final int MAX_SIZE = 200;
  private static final Pattern POSITIVE = Pattern.compile("0*[1-9]\\d{0,8}");

  static Paging of(@Nullable String page, @Nullable String size) {
    if (page != null && !POSITIVE.matcher(page).matches()) {
      throw notFound();
    }
    return new Paging(page == null ? 1 : Integer.parseInt(page), size(size));
  }

  private static int size(@Nullable String text) {
    return text == null || !POSITIVE.matcher(text).matches()
        ? DEFAULT_SIZE
        : Math.min(MAX_SIZE, Integer.parseInt(text));
  }

  /// How many come before this page.
  long offset() {
    return (page - 1L) * size;
  }

  /// This page of so many, with links to those beside it.
  <T> Page<T> of(long count, Links links, Pages<T> pages) {
    if (page > 1 && offset() >= count) {
      throw notFound();
    }
    return new Page<>(
        count,
        offset() + size < count ? links.with("page", String.valueOf(page + 1)) : null,
        page == 1 ? null : previous(links),
        pages.at(offset(), size));
  }

  private String previous(Links links) {
    return page == 2 ? links.without("page") : links.with("page", String.valueOf(page - 1));
  }

  private static Problem notFound() {
    return Problem.notFound("page_not_found", "There is no such page.");
  }

  /// Where the things of a page come from.
  @FunctionalInterface
  interface Pages<T> {
    List<T> at(long offset, int size);
  }
}
