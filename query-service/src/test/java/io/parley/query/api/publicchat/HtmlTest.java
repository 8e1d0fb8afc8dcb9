package io.parley.query.api.publicchat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/html",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "text/html, */*",
        "text/*, application/json;q=0.5"
      })
  void aBrowserGetsAPage(String accept) {
    assertThat(Html.isPreferred(accept)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "*/*",
        "application/json, text/html",
        "text/html;q=0.1, application/json",
        "text/html;q=0",
        "image/png",
        "nonsense",
        ""
      })
  void othersGetJson(String accept) {
    assertThat(Html.isPreferred(accept)).isFalse();
  }

  @Test
  void markupIsShownAndNotInterpreted() {
    String page = Html.page("<b>", "{\"a\": \"<script>alert('&')</script> হ্যালো\"}");

    assertThat(page)
        .contains("<title>&lt;b&gt;</title>", "&lt;script&gt;alert(&#39;&amp;&#39;)", "হ্যালো")
        .doesNotContain("<script", "<style", "<b>");
  }
}
