package io.parley.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {
  private static boolean found(String query, String text) {
    var folded = Folding.text(text);
    return Folding.words(query).stream().allMatch(folded::contains);
  }

  @ParameterizedTest
  @CsvSource({
    "کیف, كيف",
    "علی, علي",
    "علی, على",
    "مدرسه, مدرسة",
    "خانه, خانۀ",
    "اکبر, أكبر",
    "اسلام, إسلام",
    "اب, آب",
    "مسیول, مسئول",
    "موثر, مؤثر",
    "کتاب, كــتــاب",
    "سلام, سَلامٌ",
    "۱۲۳, ١٢٣",
    "123, ۱۲۳",
    "123, ১২৩",
    "لا, ﻻ",
    "chat, CHAT",
    "ABC, ａｂｃ",
    "ড়, ড়",
    "বাড়ি, বাড়ি"
  })
  void variantsOfOneTextAreFound(String query, String text) {
    assertThat(found(query, text)).isTrue();
    assertThat(found(text, query)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"می‌خواهم", "میخواهم", "می خواهم", "مي‌خواهم"})
  void aHalfSpaceMayBeTypedAsItIsAsASpaceOrNotAtAll(String query) {
    for (String text : new String[] {"می‌خواهم", "میخواهم", "می خواهم", "من مي‌خواهم بروم"}) {
      assertThat(found(query, text)).as("%s in %s", query, text).isTrue();
    }
  }

  @Test
  void everyWordHasToOccurInAnyOrder() {
    assertThat(found("چرمی کیف", "کیف چرمی قهوه‌ای")).isTrue();
    assertThat(found("کیف پارچه‌ای", "کیف چرمی")).isFalse();
  }

  @Test
  void wordsOfOtherScriptsStayApart() {
    assertThat(found("white", "whi te")).isFalse();
    assertThat(found("red bag", "a Red leather BAG")).isTrue();
  }

  @Test
  void directionMarksAndPresentationOfEmojiDoNotMatter() {
    assertThat(found("iPhone", "گوشی \u202AiPhone\u202C نو")).isTrue();
    assertThat(found("❤", "❤\uFE0F")).isTrue();
    assertThat(found("👨‍👩‍👧", "خانواده 👨‍👩‍👧 ما")).isTrue();
    assertThat(found("👍🏽", "باشه 👍🏽")).isTrue();
  }

  @Test
  void whatCannotBeSeenIsNoWord() {
    assertThat(Folding.words(" \u200C\u200F \t\u0000 ")).isEmpty();
    assertThat(Folding.text("a\u0000b")).isEqualTo("ab");
  }

  @Test
  void wildcardsAreLettersLikeOthers() {
    assertThat(Folding.words("100% a_b \\")).containsExactly("100%", "a_b", "\\");
  }
}
