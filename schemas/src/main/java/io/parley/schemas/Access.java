package io.parley.schemas;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;

/// What an admin looked at in conversations of others.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "what")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Access.OfRoom.class, name = "room"),
  @JsonSubTypes.Type(value = Access.OfMessages.class, name = "messages"),
  @JsonSubTypes.Type(value = Access.OfEvents.class, name = "events"),
  @JsonSubTypes.Type(value = Access.OfSearch.class, name = "search")
})
public sealed interface Access {
  /// The room itself: who is in it, what it is about, its last message.
  record OfRoom(UUID roomId) implements Access {}

  /// The room's messages.
  record OfMessages(UUID roomId) implements Access {}

  /// The room's history, as whoever joins it over a socket gets it before what is live.
  record OfEvents(UUID roomId) implements Access {}

  /// All rooms in which the words of this query occur.
  record OfSearch(String query) implements Access {}
}
