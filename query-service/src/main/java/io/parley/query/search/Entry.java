package io.parley.query.search;

import io.parley.schemas.Ids;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;

/// Which of a room's texts: `message:<seq>`, `person:<digest of the name>`, `product`, `vendor`.
record Entry(UUID roomId, String ref) {
  private static final int DIGEST_BYTES = 16;

  static Entry message(UUID roomId, long seq) {
    return new Entry(roomId, "message:" + seq);
  }

  /// Every name that somebody had can be found.
  static Entry person(UUID roomId, String name) {
    var digest = Ids.sha256().digest(name.getBytes(StandardCharsets.UTF_8));
    return new Entry(roomId, "person:" + HexFormat.of().formatHex(digest, 0, DIGEST_BYTES));
  }

  static Entry product(UUID roomId) {
    return new Entry(roomId, "product");
  }

  static Entry vendor(UUID roomId) {
    return new Entry(roomId, "vendor");
  }
}
