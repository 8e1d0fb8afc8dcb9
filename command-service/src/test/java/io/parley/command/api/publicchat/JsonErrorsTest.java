package io.parley.command.api.publicchat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Python 3.11 says of each of these; `~` stands for a line break.
class JsonErrorsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "{\"username\": |Expecting value: line 1 column 14 (char 13)",
        "{oops|Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
        "{|Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
        "{\"a\":1,}|Expecting property name enclosed in double quotes: line 1 column 8 (char 7)",
        "{\"a\" 1}|Expecting ':' delimiter: line 1 column 6 (char 5)",
        "{\"a\":1 \"b\":2}|Expecting ',' delimiter: line 1 column 8 (char 7)",
        "{\"a\":1|Expecting ',' delimiter: line 1 column 7 (char 6)",
        "[1,2|Expecting ',' delimiter: line 1 column 5 (char 4)",
        "[1,]|Expecting value: line 1 column 4 (char 3)",
        "{\"a\":\"b|Unterminated string starting at: line 1 column 6 (char 5)",
        "{\"রা\":~~ \"\\x\"}|Invalid \\escape: line 3 column 3 (char 10)",
        "{\"a\":\"\\u12\"}|Invalid \\uXXXX escape: line 1 column 8 (char 7)",
        "{\"a~b\":1}|Invalid control character at: line 1 column 4 (char 3)",
        "{} x|Extra data: line 1 column 4 (char 3)",
        "01|Extra data: line 1 column 2 (char 1)",
        "1.|Extra data: line 1 column 2 (char 1)",
        "[-]|Expecting value: line 1 column 2 (char 1)",
        "[tru]|Expecting value: line 1 column 2 (char 1)",
        " ~|Expecting value: line 2 column 1 (char 2)",
        "'a'|Expecting value: line 1 column 1 (char 0)"
      })
  void saysWhatIsWrongAndWhere(String text, String what) {
    assertThat(JsonErrors.of(text.replace('~', '\n'))).isEqualTo(what);
  }
}
