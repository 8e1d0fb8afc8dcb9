package io.parley.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogPositionTest {
  @ParameterizedTest
  @CsvSource({
    "0-0,0,0",
    "11-123456789,11,123456789",
    "3--1,3,-1",
    "999999999-999999999999999999,999999999,999999999999999999"
  })
  void isPartitionAndOffset(String text, int partition, long offset) {
    var position = new LogPosition(partition, offset);
    assertThat(LogPosition.parse(text)).hasValue(position);
    assertThat(position).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "3",
        "3-",
        "-1-5",
        "3-x",
        "3 - 5",
        " 3-5",
        "3-5\n",
        "3-5-7",
        "3---1",
        "1234567890-0",
        "0-1234567890123456789",
        "0x1-1",
        "+3-5"
      })
  void anyOtherTextIsNone(String text) {
    assertThat(LogPosition.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"۳-۵", "৩-৫"})
  void otherDigitsAreNone(String text) {
    assertThat(LogPosition.parse(text)).isEmpty();
  }

  @Test
  void anAnswerMayNameSeveral() {
    assertThat(LogPosition.parseAll("7-1, 3-40"))
        .containsExactly(new LogPosition(7, 1), new LogPosition(3, 40));
    assertThat(LogPosition.parseAll("7-1")).containsExactly(new LogPosition(7, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",", "7-1,", "7-1,x", "7-1;3-4"})
  void oneThatIsNoneMakesAllOfThemNone(String text) {
    assertThat(LogPosition.parseAll(text)).isEmpty();
  }

  @Test
  void thereAreAtMostSixtyFour() {
    assertThat(LogPosition.parseAll("1-1" + ",1-1".repeat(63))).hasSize(64);
    assertThat(LogPosition.parseAll("1-1" + ",1-1".repeat(64))).isEmpty();
  }
}
