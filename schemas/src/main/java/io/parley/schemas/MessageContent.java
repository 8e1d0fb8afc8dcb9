package io.parley.schemas;

import io.parley.schemas.reply.Refusal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What may be written: checked by every way in before a command is made, because a text that is
/// no Unicode (a lone surrogate) could not even be written to the log.
public final class MessageContent {
  /// The longest message, in Unicode code points.
  public static final int MAX_CODE_POINTS = 4_000;

  /// The longest `file_url`, in characters.
  public static final int MAX_URL_LENGTH = 2_048;

  private static final Pattern URL = Pattern.compile("https?://[^\\s\\p{Cntrl}<>\"]+");

  private MessageContent() {}

  /// Why this content cannot be sent, or empty when it can. Anything but text needs a file, and a
  /// message with a file may have no text.
  public static Optional<Refusal> problemOf(
      @Nullable String content, MessageType type, @Nullable String fileUrl) {
    if (fileUrl == null ? type != MessageType.TEXT : !isUrl(fileUrl)) {
      return Optional.of(Refusal.FILE_URL_INVALID);
    }
    if (!isText(content)) {
      return Optional.of(Refusal.CONTENT_INVALID);
    }
    if (content == null || isBlank(content)) {
      return fileUrl == null ? Optional.of(Refusal.CONTENT_BLANK) : Optional.empty();
    }
    if (content.codePointCount(0, content.length()) > MAX_CODE_POINTS) {
      return Optional.of(Refusal.CONTENT_TOO_LONG);
    }
    return Optional.empty();
  }

  /// Whether this is Unicode text that every store can hold: no NUL, no lone surrogate.
  public static boolean isText(@Nullable String text) {
    return text == null || text.codePoints().noneMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF));
  }

  private static boolean isUrl(String url) {
    return url.length() <= MAX_URL_LENGTH && URL.matcher(url).matches();
  }

  /// Whether nobody could see anything of it: white space and invisible format characters only.
  public static boolean isBlank(String text) {
    return text.codePoints().allMatch(MessageContent::isInvisible);
  }

  private static boolean isInvisible(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
