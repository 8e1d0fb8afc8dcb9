package io.parley.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
  ADMIN;

  /// Since when the buyer waits for the vendor's answer, after a message of this side: the first
  /// one of the buyer after the vendor's last one. What the marketplace's staff says is no answer
  /// of the vendor.
  public @Nullable Instant waitingSince(@Nullable Instant before, Instant at) {
    return switch (this) {
      case BUYER -> before == null ? at : before;
      case VENDOR -> null;
      case ADMIN -> before;
    };
  }
}
