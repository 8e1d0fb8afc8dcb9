package io.parley.schemas.command;

import io.parley.schemas.MarketplaceId;
import io.parley.schemas.MessageType;
import io.parley.schemas.Product;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be asked of a room.
public sealed interface RoomCommand extends Command {
  /// The room.
  UUID roomId();

  @Override
  default UUID aggregateId() {
    return roomId();
  }

  /// A buyer wants to talk with a vendor, about a product or just so.
  record StartConversation(UUID roomId, MarketplaceId vendorId, @Nullable Product product)
      implements RoomCommand {}

  /// Somebody writes. The content has passed [io.parley.schemas.MessageContent].
  record SendMessage(UUID roomId, String content, MessageType messageType, @Nullable String fileUrl)
      implements RoomCommand {}

  /// The author changes a message.
  record EditMessage(UUID roomId, UUID messageId, String content) implements RoomCommand {}

  /// The author or an admin takes a message back.
  record DeleteMessage(UUID roomId, UUID messageId) implements RoomCommand {}

  /// Somebody has read up to a sequence, or everything when it is null.
  record MarkRead(UUID roomId, @Nullable Long upToSeq) implements RoomCommand {}

  /// A participant puts the conversation away.
  record ArchiveConversation(UUID roomId) implements RoomCommand {}

  /// A participant takes it out again.
  record UnarchiveConversation(UUID roomId) implements RoomCommand {}

  /// One of the room's people tells the marketplace that something is wrong, with a message or
  /// with the conversation. The reason has 1 to 1,000 characters.
  record ReportConversation(UUID roomId, String reason, @Nullable UUID messageId)
      implements RoomCommand {}

  /// An admin has seen to all reports.
  record CloseReports(UUID roomId) implements RoomCommand {}

  /// A policy makes an account the buyer in a room that it opened as a guest.
  record AttachParticipant(UUID roomId, UUID guestId, MarketplaceId accountId, String username)
      implements RoomCommand {}

  /// A policy makes an account's own room, still vacant, point to the one that it had as a guest.
  record ForwardConversation(UUID roomId, UUID toRoomId) implements RoomCommand {}
}
