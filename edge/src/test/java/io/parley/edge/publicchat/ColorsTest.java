package io.parley.edge.publicchat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColorsTest {
  @ParameterizedTest
  @ValueSource(strings = {"#007bff", "#F00", "red", "Crimson", "skyblue", "tan"})
  void areHexOrAShortWord(String color) {
    assertThat(Colors.isColor(color)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "#", "#12", "#1234", "#12345g", "rebeccapurple", "rad", "red;", "লাল", "#১২৩"})
  void areNothingElse(String color) {
    assertThat(Colors.isColor(color)).isFalse();
  }
}
