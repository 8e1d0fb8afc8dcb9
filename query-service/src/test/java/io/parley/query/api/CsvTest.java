package io.parley.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  private static String row(String... cells) throws IOException {
    var to = new StringWriter();
    Csv.row(to, List.of(cells));
    return to.toString();
  }

  @Test
  void whatIsSpecialIsQuoted() throws IOException {
    assertThat(row("1", "", "می‌خواهم", "a,b", "say \"hi\"", "two\nlines"))
        .isEqualTo("1,,می‌خواهم,\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\tx"})
  void whatLooksLikeAFormulaIsNone(String cell) throws IOException {
    assertThat(row(cell)).isEqualTo("'" + cell + "\r\n");
    assertThat(row(cell + ",\"")).isEqualTo("\"'" + cell + ",\"\"\"\r\n");
  }
}
