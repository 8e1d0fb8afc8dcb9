package io.parley.schemas.event;

import io.parley.schemas.ConversationKind;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.MessageType;
import io.parley.schemas.Person;
import io.parley.schemas.Product;
import io.parley.schemas.Unread;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can happen to a room. Who acts in it for the first time is a participant from then on.
public sealed interface RoomEvent extends Event {
  /// A buyer opened a conversation with a vendor. Always the first event of its room.
  record ConversationStarted(
      UUID roomId,
      ConversationKind kind,
      MarketplaceId vendorId,
      @Nullable Product product,
      Person buyer)
      implements RoomEvent {}

  /// This room stays empty: its buyer already meets the vendor in another one. Always the first
  /// and only event of its room.
  record ConversationForwarded(UUID roomId, UUID toRoomId) implements RoomEvent {}

  /// Somebody wrote. An archived conversation is open again by it. `unread` is the number of
  /// messages that each side has not read, this one counted.
  record MessageSent(
      UUID roomId,
      UUID messageId,
      Person sender,
      String content,
      MessageType messageType,
      @Nullable String fileUrl,
      Unread unread)
      implements RoomEvent {}

  /// The author changed a message.
  record MessageEdited(UUID roomId, UUID messageId, long messageSeq, Person editor, String content)
      implements RoomEvent {}

  /// The author or an admin took a message back.
  record MessageDeleted(UUID roomId, UUID messageId, long messageSeq, Person deletedBy)
      implements RoomEvent {}

  /// Somebody has read everything up to a sequence. `unread` is what is left after it.
  record MessagesRead(UUID roomId, Person reader, long upToSeq, Unread unread)
      implements RoomEvent {}

  /// A participant put the conversation away.
  record ConversationArchived(UUID roomId, Person by) implements RoomEvent {}

  /// A participant took it out again.
  record ConversationUnarchived(UUID roomId, Person by) implements RoomEvent {}

  /// One of the room's people told the marketplace that something is wrong here, with a message
  /// or with the conversation. Only the marketplace's staff ever sees who it was and what was
  /// said; it makes nobody a participant.
  record ConversationReported(UUID roomId, Person reporter, String reason, @Nullable UUID messageId)
      implements RoomEvent {}

  /// The marketplace's staff has seen to all reports up to here. Only the staff sees that, too.
  record ReportsClosed(UUID roomId, Person by) implements RoomEvent {}

  /// The guest of this room signed in: the account is a buyer in it too.
  record ParticipantAttached(UUID roomId, UUID guestId, Person participant) implements RoomEvent {}
}
