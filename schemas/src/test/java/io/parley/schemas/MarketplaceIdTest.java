package io.parley.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class MarketplaceIdTest {
  @ParameterizedTest
  @CsvSource({
    "0,0",
    "42,42",
    "999999999999999,999999999999999",
    "'\"42\"',42",
    "1000000000000000,'\"1000000000000000\"'",
    "9223372036854775807,'\"9223372036854775807\"'",
    "'\"007\"','\"007\"'",
    "'\"فروشگاه-۱\"','\"فروشگاه-۱\"'",
    "'\"দোকান\"','\"দোকান\"'",
    "'\"۴۲\"','\"۴۲\"'",
    "'\"a.b_c@d:e|f+g-h\"','\"a.b_c@d:e|f+g-h\"'"
  })
  void isANumberWhereEveryClientCanHoldIt(String json, String written) {
    var id = Json.mapper().readValue(json, MarketplaceId.class);
    assertThat(Json.mapper().writeValueAsString(id)).isEqualTo(written);
    assertThat(Json.mapper().readValue(written, MarketplaceId.class)).isEqualTo(id);
  }

  @Test
  void aNumberAndItsTextAreTheSameId() {
    assertThat(MarketplaceId.of(42)).isEqualTo(new MarketplaceId("42")).hasToString("42");
    assertThat(new MarketplaceId("042")).isNotEqualTo(new MarketplaceId("42"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "-5", "a b", "\u200Ca", "a\u0000", "\uD83D", "a/b", "_a", "<b>", "👍"})
  void anyOtherFormIsRefused(String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new MarketplaceId(value));
  }

  @Test
  void isBounded() {
    assertThat(new MarketplaceId("ک".repeat(64)).value()).hasSize(64);
    assertThatIllegalArgumentException().isThrownBy(() -> new MarketplaceId("ک".repeat(65)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-5", "1.5", "1e3", "true", "[]", "{}", "18446744073709551616", "\"a b\""})
  void noOtherJsonIsAnId(String json) {
    assertThatThrownBy(() -> Json.mapper().readValue(json, MarketplaceId.class))
        .isInstanceOf(JacksonException.class);
  }
}
