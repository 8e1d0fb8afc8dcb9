package io.parley.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class JsonTest {
  record Sample(
      @Nullable String theText,
      @Nullable Long theNumber,
      @Nullable Boolean theFlag,
      @Nullable UUID theId,
      @Nullable MessageType theType,
      @Nullable Instant theTime) {}

  @Test
  void isWrittenWithSnakesNullsAndMilliseconds() {
    var sample =
        new Sample(
            "می‌خواهم «আছে» 👍🏽 </b>\n",
            1L << 53,
            true,
            null,
            MessageType.IMAGE,
            Instant.parse("2026-11-22T10:15:30.123999Z"));
    assertThat(Json.mapper().writeValueAsString(sample))
        .isEqualTo(
            "{\"the_text\":\"می‌خواهم «আছে» 👍🏽 </b>\\n\",\"the_number\":9007199254740992,"
                + "\"the_flag\":true,\"the_id\":null,\"the_type\":\"image\","
                + "\"the_time\":\"2026-11-22T10:15:30.123Z\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T10:15:30Z,2026-11-22T10:15:30.000Z",
    "2026-11-22T10:15:30.1Z,2026-11-22T10:15:30.100Z",
    "1969-12-31T23:59:59.999999Z,1969-12-31T23:59:59.999Z"
  })
  void aTimeHasThreeDecimals(Instant time, String written) {
    assertThat(Json.time(time)).isEqualTo(written);
  }

  @Test
  void unknownPropertiesAreIgnored() {
    assertThat(read("{\"the_text\":\"سلام\",\"نو\":{\"x\":[1]}}").theText()).isEqualTo("سلام");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"the_text\":5}",
        "{\"the_text\":5.5}",
        "{\"the_text\":true}",
        "{\"the_text\":{}}",
        "{\"the_text\":[\"a\"]}",
        "{\"the_number\":\"5\"}",
        "{\"the_number\":\"\"}",
        "{\"the_number\":5.0}",
        "{\"the_number\":5e0}",
        "{\"the_number\":true}",
        "{\"the_number\":9223372036854775808}",
        "{\"the_flag\":\"true\"}",
        "{\"the_flag\":1}",
        "{\"the_id\":5}",
        "{\"the_id\":\"\"}",
        "{\"the_id\":\" \"}",
        "{\"the_id\":\"8f14e45f\"}",
        "{\"the_type\":\"IMAGE\"}",
        "{\"the_type\":1}",
        "{\"the_type\":\"\"}",
        "{\"the_text\":\"a\"} {}",
        "{\"the_text\":\"a\"",
        "{the_text:\"a\"}",
        "[]",
        "\"\"",
        ""
      })
  void nothingIsCoerced(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(JacksonException.class);
  }

  @Test
  void whatIsReadIsBounded() {
    assertThatThrownBy(() -> read("{\"x\":" + "[".repeat(40) + "]".repeat(40) + "}"))
        .isInstanceOf(JacksonException.class);
    assertThatThrownBy(() -> read("{\"the_text\":\"" + "آ".repeat(1_000_001) + "\"}"))
        .isInstanceOf(JacksonException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "12.5", "\"۴۵۰٬۰۰۰ تومان\"", "null", "18446744073709551616"})
  void aPriceIsANumberOrAText(String price) {
    var json = "{\"id\":1,\"title\":null,\"url\":null,\"image_url\":null,\"price\":" + price + "}";
    assertThat(Json.mapper().writeValueAsString(product(json))).isEqualTo(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":1,\"price\":[]}",
        "{\"id\":1,\"price\":{}}",
        "{\"id\":1,\"price\":true}",
        "{\"id\":1,\"price\":1e400}",
        "{\"price\":1}",
        "{\"id\":null}"
      })
  void anythingElseIsNoProduct(String json) {
    assertThatThrownBy(() -> product(json)).isInstanceOf(JacksonException.class);
  }

  private static Sample read(String json) {
    return Json.mapper().readValue(json, Sample.class);
  }

  private static Product product(String json) {
    return Json.mapper().readValue(json, Product.class);
  }
}
