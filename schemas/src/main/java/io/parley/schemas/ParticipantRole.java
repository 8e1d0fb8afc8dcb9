package io.parley.schemas;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a participant is in a conversation, and so on which [Side] of it.
public enum ParticipantRole {
  /// A signed-in buyer.
  @JsonProperty("buyer")
  BUYER(Side.BUYER),
  /// A buyer who did not sign in.
  @JsonProperty("guest")
  GUEST(Side.BUYER),
  /// Somebody who answers for the vendor.
  @JsonProperty("vendor")
  VENDOR(Side.VENDOR),
  /// The marketplace's own staff.
  @JsonProperty("admin")
  ADMIN(Side.ADMIN);

  private final Side side;

  ParticipantRole(Side side) {
    this.side = side;
  }

  /// The side of the conversation that this role is on.
  public Side side() {
    return side;
  }
}
