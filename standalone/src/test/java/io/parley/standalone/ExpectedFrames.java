package io.parley.standalone;

import io.parley.edge.publicchat.Language;
import io.parley.edge.publicchat.Text;

/// Frames that were not captured, in the words of the transcript.
final class ExpectedFrames {
  private static final String PARTS = "`%s <` text `%s`\n\n";

  private ExpectedFrames() {}

  static String aliceIs(String color) {
    return """
    `A <` text `{"type": "user_list", "users": [{"id": "aecf4b7a-c655-4239-a0e8-b4a91d654970", "username": "bob", \
    "color": "blue", "joined_at": "2026-11-22T00:26:25.737066+00:00", "is_online": true}, \
    {"id": "e4a53081-93d5-4ca6-a406-a71e197257db", "username": "alice2", "color": "%s", \
    "joined_at": "2026-11-22T00:26:25.006500+00:00", "is_online": true}], "timestamp": "<time>"}`"""
        .formatted(color);
  }

  static String typing(String socket, String typing) {
    return PARTS.formatted(
        socket,
        """
        {"type": "typing", "user_id": "e4a53081-93d5-4ca6-a406-a71e197257db", "username": "alice", \
        "typing": %s, "timestamp": "<time>"}"""
            .formatted(typing));
  }

  static String error(String socket, Text text, Object... arguments) {
    return PARTS.formatted(
        socket,
        "{\"type\": \"error\", \"message\": \"%s\", \"timestamp\": \"<time>\", \"code\": \"<word>\"}"
            .formatted(text.in(Language.BANGLA, arguments)));
  }
}
