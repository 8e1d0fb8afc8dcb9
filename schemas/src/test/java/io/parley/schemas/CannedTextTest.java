package io.parley.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CannedTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "سلام",
        "می\u200cفرستیم",
        "র\u200d্যাব",
        "পাঠাই",
        "cafe\u0301",
        "out_of-stock-2",
        "قیمت۱۲",
        "12345678901234567890123456789012",
        "𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈𐍈"
      })
  void aShortcutIsAWordOfAnyScript(String shortcut) {
    assertThat(CannedText.isShortcut(shortcut)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "/hi",
        "two words",
        "a.b",
        "🚚",
        "\u200c",
        "_-",
        "a\u0000",
        "\ud800",
        "a\u202e",
        "123456789012345678901234567890123"
      })
  void nothingElseIs(String text) {
    assertThat(CannedText.isShortcut(text)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"PRICE, price", "ｐｒｉｃｅ, price", "Straße, STRAßE", "ﻗﯿﻤﺖ, قیمت", "É, e\u0301"})
  void whatLooksTheSameIsTheSame(String one, String other) {
    assertThat(CannedText.key(one)).isEqualTo(CannedText.key(other));
  }

  @Test
  void aHalfSpaceMakesAnotherWord() {
    assertThat(CannedText.key("می\u200cفرستیم")).isNotEqualTo(CannedText.key("میفرستیم"));
  }
}
