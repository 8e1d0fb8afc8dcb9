package io.parley.schemas.view;

import io.parley.schemas.CannedText;
import java.time.Instant;
import java.util.UUID;

/// An answer that a vendor keeps ready, as the vendor sees it.
public record CannedReplyView(
    UUID id, String shortcut, String title, String content, Instant createdAt, Instant updatedAt) {

  /// From its text.
  public static CannedReplyView of(UUID id, CannedText text, Instant createdAt, Instant updatedAt) {
    return new CannedReplyView(
        id, text.shortcut(), text.title(), text.content(), createdAt, updatedAt);
  }
}
