package io.parley.schemas;

import static io.parley.schemas.reply.Refusal.CONTENT_BLANK;
import static io.parley.schemas.reply.Refusal.CONTENT_INVALID;
import static io.parley.schemas.reply.Refusal.CONTENT_TOO_LONG;
import static io.parley.schemas.reply.Refusal.FILE_URL_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.reply.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageContentTest {
  private static final String URL = "https://cdn.example.com/receipts/رسید.jpg";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "سلام، می‌خواهم این مانتو را بخرم",
        "আপনার পণ্যটি কি এখনও আছে?",
        "Is it available?",
        "👍🏽",
        ".",
        "\u200Fسلام\u200F",
        "<script>alert('x')</script>",
        "line\nline\ttab",
        "\u0001\u007F\uFFFD\uFFFF"
      })
  void anyVisibleTextCanBeSent(String content) {
    assertThat(text(content)).isEmpty();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        " ",
        "\t\r\n",
        "\u00A0\u2007\u202F",
        "\u200C",
        "\u200B\u200B",
        "\u200C \u200D\u200E\u200F\uFEFF\u2060",
        "\u3000\u2028\u2029",
        "\u00AD"
      })
  void whatNobodyCanSeeIsBlank(@Nullable String content) {
    assertThat(text(content)).hasValue(CONTENT_BLANK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "ی", "আ", "👍"})
  void lengthIsCountedInCodePoints(String letter) {
    assertThat(text(letter.repeat(4_000))).isEmpty();
    assertThat(text(letter.repeat(4_001))).hasValue(CONTENT_TOO_LONG);
  }

  @Test
  void anEmojiThatIsSeenAsOneCountsItsParts() {
    var family = "👩‍👩‍👧‍👦";
    assertThat(family.codePointCount(0, family.length())).isEqualTo(7);
    assertThat(text(family.repeat(571))).isEmpty();
    assertThat(text(family.repeat(571) + "abcd")).hasValue(CONTENT_TOO_LONG);
  }

  @Test
  void whatNoStoreCanHoldIsInvalid() {
    var broken = List.of("\u0000", "سلام\u0000", "\uD83D", "\uDC4D", "\uDC4D\uD83D", "a\uD83Db");
    assertThat(broken).allSatisfy(content -> assertThat(text(content)).hasValue(CONTENT_INVALID));
    assertThat(broken).noneMatch(MessageContent::isText);
    assertThat(MessageContent.isText("👍🏽\n")).isTrue();
    assertThat(MessageContent.isText(null)).isTrue();
  }

  @Test
  void whatIsInvalidIsNotCalledTooLong() {
    assertThat(text("\uD83D".repeat(5_000))).hasValue(CONTENT_INVALID);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {" ", "رسید پرداخت", "\u200C"})
  void aFileNeedsNoText(@Nullable String caption) {
    for (var type : MessageType.values()) {
      assertThat(MessageContent.problemOf(caption, type, URL)).isEmpty();
    }
  }

  @Test
  void aFilesTextIsCheckedLikeAnyOther() {
    assertThat(MessageContent.problemOf("\u0000", MessageType.FILE, URL)).hasValue(CONTENT_INVALID);
    assertThat(MessageContent.problemOf("آ".repeat(4_001), MessageType.FILE, URL))
        .hasValue(CONTENT_TOO_LONG);
  }

  @Test
  void aPictureOrFileNeedsItsAddress() {
    assertThat(MessageContent.problemOf("رسید", MessageType.IMAGE, null))
        .hasValue(FILE_URL_INVALID);
    assertThat(MessageContent.problemOf("রসিদ", MessageType.FILE, null)).hasValue(FILE_URL_INVALID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "cdn.example.com/a.jpg",
        "/a.jpg",
        "//cdn.example.com/a.jpg",
        "ftp://cdn.example.com/a.jpg",
        "javascript:alert(1)",
        "data:image/png;base64,AA==",
        "HTTPS://cdn.example.com/a.jpg",
        "https://",
        "https://cdn.example.com/a b.jpg",
        "https://cdn.example.com/a.jpg\n",
        "https://cdn.example.com/\u0000",
        "https://cdn.example.com/\">",
        " https://cdn.example.com/a.jpg"
      })
  void whatIsNoAddressOfAFileIsRefused(String url) {
    assertThat(MessageContent.problemOf("x", MessageType.IMAGE, url)).hasValue(FILE_URL_INVALID);
    assertThat(MessageContent.problemOf("x", MessageType.TEXT, url)).hasValue(FILE_URL_INVALID);
  }

  @Test
  void anAddressHasABoundedLength() {
    var longest = "https://cdn.example.com/".concat("a".repeat(2_048 - 24));
    assertThat(longest).hasSize(MessageContent.MAX_URL_LENGTH);
    assertThat(MessageContent.problemOf(null, MessageType.FILE, longest)).isEmpty();
    assertThat(MessageContent.problemOf(null, MessageType.FILE, longest + "a"))
        .hasValue(FILE_URL_INVALID);
  }

  private static Optional<Refusal> text(@Nullable String content) {
    return MessageContent.problemOf(content, MessageType.TEXT, null);
  }
}
