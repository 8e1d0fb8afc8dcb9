package io.parley.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The sides of a conversation. Reading is a matter of sides, not of persons: what one of a
/// vendor's staff has read is read for all of them, and a guest who signed in is the same buyer.
public enum Side {
  /// The buyer, as guest, as account or as both.
  @JsonProperty("buyer")
  BUYER,
  /// Everybody who answers for the vendor.
  @JsonProperty("vendor")
  VENDOR,
  /// The marketplace's own staff.
  @JsonProperty("admin")
  ADMIN
}
