package io.parley.edge.publicchat;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class LanguageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "      |                             | BANGLA",
        "fa    |                             | PERSIAN",
        "en-GB | fa                          | ENGLISH",
        "bn_BD | fa                          | PERSIAN",
        "      | fa-IR,fa;q=0.9,en-US;q=0.8  | PERSIAN",
        "      | de-DE,de;q=0.9,en;q=0.7     | ENGLISH",
        "      | de, fr                      | BANGLA",
        "      | en;q=0.1, bn-BD;q=0.9       | BANGLA",
        "      | *                           | BANGLA",
        "xx    | en                          | ENGLISH",
        "'\"'  | ;q=;;,,                     | BANGLA"
      })
  void isWhatWasAskedForWhereItIsKnown(
      @Nullable String lang, @Nullable String header, Language expected) {
    assertThat(Language.of(lang, header)).isEqualTo(expected);
  }

  @Test
  void aHeaderWithoutEndIsNotRead() {
    assertThat(Language.of(null, "en," + "x,".repeat(500))).isEqualTo(Language.BANGLA);
  }

  @Test
  void aRequestsQueryWinsOverItsHeader() {
    var request = new MockHttpServletRequest();
    request.addHeader("Accept-Language", "en");
    assertThat(Language.of(request)).isEqualTo(Language.ENGLISH);
    request.setQueryString("x=1&lang=fa");
    assertThat(Language.of(request)).isEqualTo(Language.PERSIAN);
  }
}
