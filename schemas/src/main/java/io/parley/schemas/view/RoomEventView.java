package io.parley.schemas.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An event of a room as its people may see it: what the log holds but for the chain, with the
/// content of deleted messages gone. `command_id` is there only for who sent the command. What is
/// not for them is of the type [#NOTED], without anything in it.
public record RoomEventView(
    long seq,
    String type,
    Instant time,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID commandId,
    JsonNode data) {
  /// What stands in the place of an event that the reader may not see.
  public static final String NOTED = "noted";
}
