package io.parley.schemas.reply;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.Member;
import io.parley.schemas.MessageType;
import io.parley.schemas.PublicRoomSettings;
import io.parley.schemas.Visitor;
import io.parley.schemas.event.GuestEvent.ClaimedRoom;
import io.parley.schemas.view.CannedReplyView;
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

  /// A public room as it is now; `created` when this command opened it.
  record PublicRoomNow(
      UUID roomId,
      PublicRoomSettings settings,
      int onlineUsers,
      long totalMessages,
      Instant createdAt,
      Instant updatedAt,
      boolean created)
      implements Outcome {}

  /// The visitor is in. `seq` is the event by which its connection came in; `members`, when asked
  /// for, who is in after it, those who came last first.
  record Joined(UUID roomId, long seq, @Nullable List<Member> members) implements Outcome {}

  /// A visitor as it has introduced itself.
  record VisitorNow(Visitor visitor, Instant createdAt) implements Outcome {}

  /// A message in a public room; `senderOnline` when its sender is in that room.
  record PublicMessageNow(
      UUID messageId,
      long seq,
      Visitor sender,
      boolean senderOnline,
      String content,
      MessageType messageType,
      @Nullable String fileUrl,
      Instant sentAt)
      implements Outcome {}

  /// An answer that a vendor keeps ready, as the command has made it.
  record CannedReplyNow(CannedReplyView reply) implements Outcome {}

  /// Done, and nothing to tell.
  record Done() implements Outcome {}
}
