package io.parley.schemas.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The kinds of things that events happen to.
public enum Aggregate {
  /// A conversation.
  @JsonProperty("room")
  ROOM,
  /// A guest session.
  @JsonProperty("guest")
  GUEST,
  /// What one admin has looked at.
  @JsonProperty("admin_access")
  ADMIN_ACCESS,
  /// A public room.
  @JsonProperty("public_room")
  PUBLIC_ROOM,
  /// A visitor of the public rooms.
  @JsonProperty("visitor")
  VISITOR,
  /// The answers that one vendor keeps ready.
  @JsonProperty("canned_replies")
  CANNED_REPLIES
}
