package io.parley.schemas.command;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What the marketplace says an account is.
public enum Role {
  /// Buys.
  @JsonProperty("buyer")
  BUYER,
  /// Answers for a vendor.
  @JsonProperty("vendor")
  VENDOR,
  /// Runs the marketplace.
  @JsonProperty("admin")
  ADMIN,
  /// Reads the log, and nothing else.
  @JsonProperty("auditor")
  AUDITOR
}
