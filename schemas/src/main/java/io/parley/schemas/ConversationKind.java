package io.parley.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a conversation is about.
public enum ConversationKind {
  /// A product.
  @JsonProperty("product")
  PRODUCT,
  /// No product: a buyer and a vendor.
  @JsonProperty("direct")
  DIRECT
}
