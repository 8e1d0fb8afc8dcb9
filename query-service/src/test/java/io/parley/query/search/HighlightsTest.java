package io.parley.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HighlightsTest {
  private static List<String> marked(String query, String text) {
    return Highlights.of(text, Folding.words(query)).stream()
        .map(span -> text.substring(span.start(), span.end()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "كيف, یک کیف چرمی, کیف",
    "میخواهم, من مي‌خواهم بروم, مي‌خواهم",
    "میخواهم, من می خواهم بروم, می خواهم",
    "کتاب, این كــتــابٌ است, كــتــابٌ",
    "سلام, و سَلامٌ بر شما, سَلامٌ",
    "123, شماره ۱۲۳ است, ۱۲۳",
    "لا, کا\uFEFB است, \uFEFB",
    "straße, Die STRAßE, STRAßE",
    "i, \u0130, \u0130",
    "মি, আমি, মি",
    "ম, আমি, মি",
    "❤, I ❤\uFE0F you, ❤\uFE0F",
    "👧, خانواده 👨‍👩‍👧 ما, 👨‍👩‍👧",
    "ab, ａｂｃ, ａｂ",
  })
  void theOriginalIsMarked(String query, String text, String marked) {
    assertThat(marked(query, text)).containsExactly(marked);
  }

  @Test
  void everyPlaceOfEveryWordIsMarkedInOrder() {
    assertThat(marked("red bag", "Bag, red bag and a RED one"))
        .containsExactly("Bag", "red", "bag", "RED");
  }

  @Test
  void placesThatTouchAreOne() {
    assertThat(marked("می خواهم", "می‌خواهم و خواهم")).containsExactly("می‌خواهم", "خواهم");
    assertThat(marked("abc bcd", "abcde")).containsExactly("abcd");
  }

  @Test
  void whatIsNotThereIsNotMarked() {
    assertThat(marked("نیست", "سلام")).isEmpty();
    assertThat(marked("", "سلام")).isEmpty();
    assertThat(marked("سلام", "")).isEmpty();
  }

  @Test
  void aSnippetShowsWhatIsAroundTheFirstPlace() {
    var text = "سلام 🌸 ".repeat(60) + "گلدان دارید؟ " + "ممنون ".repeat(60);

    var snippet = Snippet.of(text, Highlights.of(text, List.of("گلدان")));

    assertThat(snippet.text()).startsWith("…").endsWith("…").hasSizeLessThanOrEqualTo(202);
    assertThat(snippet.highlights())
        .singleElement()
        .satisfies(
            span ->
                assertThat(snippet.text().substring(span.start(), span.end())).isEqualTo("گلدان"));
    assertThat(Snippet.of("کوتاه", List.of()).text()).isEqualTo("کوتاه");
  }
}
