package io.parley.delivery.frame;

import io.parley.schemas.frame.PublicFrame;
import io.parley.schemas.frame.ServerFrame;

/// A frame ready to be written, shared by all sockets that get it.
///
/// @param bytes its length in UTF-8, what the bounds count
public record Outgoing(String text, int bytes) {
  /// The frame as text.
  public static Outgoing of(ServerFrame frame) {
    return of(frame.toText());
  }

  /// A public room's frame as text.
  public static Outgoing of(PublicFrame frame) {
    return of(frame.toJson());
  }

  private static Outgoing of(String text) {
    return new Outgoing(text, utf8Length(text));
  }

  /// How many bytes this text is in UTF-8.
  public static int utf8Length(CharSequence text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes += 1;
      } else if (c < 0x800 || Character.isSurrogate(c)) {
        bytes += 2;
      } else {
        bytes += 3;
      }
    }
    return bytes;
  }
}
