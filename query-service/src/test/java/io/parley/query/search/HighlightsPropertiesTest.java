package io.parley.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// What is found in a folded text is marked in the original, whatever it is made of.
class HighlightsPropertiesTest {
  private static final Pattern ARABIC_SPACE =
      Pattern.compile("(?<=\\p{IsArabic}) (?=\\p{IsArabic})");

  /// Letters that fold, marks, spaces, invisible characters, several scripts, characters that
  /// normalization takes apart, puts together or moves, and any others.
  @Provide
  Arbitrary<String> texts() {
    var special =
        Arbitraries.of(
            "ک",
            "ك",
            "ی",
            "ي",
            "ى",
            "آ",
            "ا\u0653",
            "ة",
            "ۀ",
            "ه\u0654",
            "ـ",
            "\u064E",
            "\u0651",
            "\u200C",
            "\u200D",
            "\u200F",
            " ",
            "\u00A0",
            "\n",
            "۱",
            "١",
            "১",
            "1",
            "\uFEFB",
            "\uFDFA",
            "ক",
            "ি",
            "\u09C7\u09BE",
            "\u09CB",
            "ড\u09BC",
            "\u09DC",
            "A",
            "a\u030A",
            "\u212B",
            "ß",
            "\u0130",
            "\u1E9E",
            "ﬁ",
            "\u2167",
            "\uFF21",
            "\uFF76\uFF9E",
            "\u1100\u1161\u11A8",
            "\uAC01",
            "\u3131\u314F",
            "👨‍👩‍👧",
            "👍🏽",
            "❤\uFE0F",
            "🇮🇷",
            "\u0344",
            "\u0F71\u0F74",
            "%",
            "_");
    var any =
        Arbitraries.strings()
            .ofMinLength(1)
            .ofMaxLength(2)
            .filter(HighlightsPropertiesTest::isText);
    return Arbitraries.frequencyOf(Tuple.of(9, special), Tuple.of(1, any))
        .list()
        .ofMaxSize(24)
        .map(parts -> String.join("", parts));
  }

  /// A sigma at the end of a word is another letter, so what is around it matters.
  private static boolean isText(String text) {
    return text.codePoints()
        .noneMatch(c -> Character.getType(c) == Character.SURROGATE || "Σσς".indexOf(c) >= 0);
  }

  @Property(tries = 5_000)
  void aFoldedTextIsThatOfTheWholeTextAtOnce(@ForAll("texts") String text) {
    var letters =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .codePoints()
            .mapToObj(HighlightsPropertiesTest::folded)
            .collect(Collectors.joining());
    var plain = letters.replaceAll(" +", " ").strip();

    assertThat(Folding.text(text)).isEqualTo(ARABIC_SPACE.matcher(plain).replaceAll(""));
  }

  private static String folded(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c)
        ? " "
        : String.join("", Folding.words(Character.toString(c)));
  }

  @Property(tries = 5_000)
  void whatIsMarkedIsWhatWasSearchedFor(
      @ForAll("texts") String before, @ForAll("texts") String word, @ForAll("texts") String after) {
    var text = before + word + after;
    for (var one : Folding.words(word)) {
      var spans = Highlights.of(text, List.of(one));
      assertThat(spans.isEmpty()).isEqualTo(!Folding.text(text).contains(one));
      for (var span : spans) {
        assertThat(Folding.text(text.substring(span.start(), span.end()))).contains(one);
      }
    }
  }

  @Property(tries = 5_000)
  void placesAreApartAndInOrderAndCutNoCharacter(
      @ForAll("texts") String text, @ForAll("texts") String query) {
    var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text);
    int last = -1;
    for (var span : Highlights.of(text, Folding.words(query))) {
      assertThat(span.start()).isGreaterThan(last);
      assertThat(span.end()).isGreaterThan(span.start()).isLessThanOrEqualTo(text.length());
      assertThat(characters.isBoundary(span.start())).isTrue();
      assertThat(characters.isBoundary(span.end())).isTrue();
      last = span.end();
    }
  }

  /// Somebody's Persian words, as another keyboard has them, between other words.
  @Provide
  Arbitrary<Typed> typed() {
    return Combinators.combine(
            Arbitraries.of("می‌خواهم", "کتاب‌های", "نیم‌فاصله", "یکی", "خانه‌ی", "آگهی"),
            Arbitraries.of("", "\u200C", " "),
            Arbitraries.of(true, false),
            Arbitraries.of("", "ok ", "قیمت؟ ", "۱۲ 🌸 "),
            Arbitraries.of("", " ok", "؟ بله", " 🌸"))
        .as(Typed::of);
  }

  record Typed(String query, String text, int start, int end) {
    static Typed of(String word, String halfSpace, boolean arabic, String before, String after) {
      var spaced = word.replace("\u200C", halfSpace);
      var other = arabic ? spaced.replace('ی', 'ي').replace('ک', 'ك') : spaced;
      return new Typed(
          word.replace("\u200C", ""),
          before + other + after,
          before.length(),
          before.length() + other.length());
    }
  }

  @Property
  void aWordIsMarkedHoweverItIsTyped(@ForAll("typed") Typed typed) {
    assertThat(Highlights.of(typed.text(), Folding.words(typed.query())))
        .containsExactly(new Span(typed.start(), typed.end()));
  }
}
