package io.parley.schemas.reply;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.event.GuestEvent.ClaimedRoom;
import io.parley.schemas.view.MessageView;
import io.parley.schemas.view.RoomView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an accepted command has to tell whoever asked.
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface Outcome {
  /// The room as it is now, seen by who asked; `created` when this command opened it.
  record RoomNow(RoomView room, boolean created) implements Outcome {}

  /// The buyer meets this vendor in another room: ask there.
  record RoomElsewhere(UUID roomId) implements Outcome {}

  /// The message as it is now.
  record MessageNow(MessageView message) implements Outcome {}

  /// How far who asked has read, and what is left.
  record ReadNow(UUID roomId, long upToSeq, long unreadCount) implements Outcome {}

  /// The guest session as it is now.
  record GuestNow(
      UUID guestId,
      String identifier,
      Instant createdAt,
      @Nullable MarketplaceId accountId,
      List<ClaimedRoom> rooms)
      implements Outcome {}

  /// Done, and nothing to tell.
  record Done() implements Outcome {}
}
