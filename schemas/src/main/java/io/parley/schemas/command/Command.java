package io.parley.schemas.command;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;

/// Something that somebody wants to happen to one aggregate. Its JSON has the record's name as
/// `type`.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Command
    permits RoomCommand,
        GuestCommand,
        AccessCommand,
        PublicRoomCommand,
        VisitorCommand,
        CannedReplyCommand {
  /// The aggregate that decides; the key of the record on `chat.commands`.
  @JsonIgnore
  UUID aggregateId();
}
