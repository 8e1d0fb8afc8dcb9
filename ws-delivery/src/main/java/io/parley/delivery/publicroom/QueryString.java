package io.parley.delivery.publicroom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The query of a socket's address, as JavaScript's `encodeURIComponent` writes it: `%XX` stands
/// for a byte of UTF-8, and `+` is a plus sign. Of a parameter that comes twice the last counts;
/// what has no `=` is no parameter.
final class QueryString {
  private QueryString() {}

  /// Its parameters, or empty when a `%` is followed by no hex digits or the bytes are no UTF-8.
  static Optional<Map<String, String>> parse(@Nullable String query) {
    var parameters = new HashMap<String, String>();
    if (query == null) {
      return Optional.of(parameters);
    }
    try {
      for (String parameter : query.split("&", -1)) {
        int equals = parameter.indexOf('=');
        if (equals >= 0) {
          parameters.put(
              decode(parameter.substring(0, equals)), decode(parameter.substring(equals + 1)));
        }
      }
      return Optional.of(parameters);
    } catch (CharacterCodingException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String decode(String text) throws CharacterCodingException {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var bytes = new ByteArrayOutputStream(text.length());
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < encoded.length; i++) {
      if (encoded[i] == '%') {
        bytes.write(hex(encoded, i + 1) << 4 | hex(encoded, i + 2));
        i += 2;
      } else {
        bytes.write(encoded[i]);
      }
    }
    return StandardCharsets.UTF_8
        .newDecoder()
        .decode(ByteBuffer.wrap(bytes.toByteArray()))
        .toString();
  }

  private static int hex(byte[] text, int at) {
    int digit = at < text.length ? Character.digit(text[at], 16) : -1;
    if (digit < 0) {
      throw new NumberFormatException("no hex digit");
    }
    return digit;
  }
}
