package io.parley.command.api;

import io.parley.schemas.MarketplaceId;
import io.parley.schemas.MessageType;
import io.parley.schemas.Product;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/// The bodies that clients send. A guest may name its session in any of them, as the old API has
/// it, instead of in the header.
final class Requests {
  private Requests() {}

  record OpenGuest(@Nullable String identifier) {}

  record LinkGuest(@JsonDeserialize(using = BlankIsNone.class) @Nullable UUID guestSessionId) {}

  record Start(
      @Nullable MarketplaceId vendorId,
      @Nullable MarketplaceId productId,
      @Nullable Product product,
      @Nullable String initialMessage,
      @JsonDeserialize(using = BlankIsNone.class) @Nullable UUID guestSessionId) {}

  record Write(
      @Nullable String content,
      @Nullable MessageType messageType,
      @Nullable String fileUrl,
      @Nullable UUID clientMessageId,
      @JsonDeserialize(using = BlankIsNone.class) @Nullable UUID guestSessionId) {}

  record Change(
      @Nullable String content,
      @JsonDeserialize(using = BlankIsNone.class) @Nullable UUID guestSessionId) {}

  record Report(
      @Nullable String reason,
      @JsonDeserialize(using = BlankIsNone.class) @Nullable UUID messageId,
      @JsonDeserialize(using = BlankIsNone.class) @Nullable UUID guestSessionId) {}

  record Read(
      @Nullable Long upToSeq,
      @JsonDeserialize(using = BlankIsNone.class) @Nullable UUID guestSessionId) {}

  record Canned(@Nullable String shortcut, @Nullable String title, @Nullable String content) {}

  record Plain(@JsonDeserialize(using = BlankIsNone.class) @Nullable UUID guestSessionId) {}
}
