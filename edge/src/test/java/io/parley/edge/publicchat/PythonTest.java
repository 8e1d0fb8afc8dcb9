package io.parley.edge.publicchat;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PythonTest {
  @ParameterizedTest
  @CsvSource({
    "42, 42",
    "-7, -7",
    "123456789012345678901234567890, 123456789012345678901234567890",
    "1.0, 1.0",
    "0.5, 0.5",
    "1e3, 1000.0",
    "1e16, 1e+16",
    "123456789012345680000.0, 1.2345678901234568e+20",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "2.5e-7, 2.5e-07",
    "true, True",
    "false, False"
  })
  void aValueAsText(String json, String text) {
    assertThat(Python.str(Json.mapper().readTree(json))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {" x ", "\t\nx\r", "\u00a0x\u2003", "\u0085x\u3000", "x"})
  void whiteSpaceIsThatOfAllOfUnicode(String text) {
    assertThat(Python.strip(text)).isEqualTo("x");
  }

  @ParameterizedTest
  @CsvSource({
    "'[1]', list",
    "'{}', dict",
    "'\"x\"', str",
    "1, int",
    "1.5, float",
    "true, bool",
    "null, NoneType"
  })
  void aTypeByItsName(String json, String type) {
    assertThat(Python.typeOf(Json.mapper().readTree(json))).isEqualTo(type);
  }
}
