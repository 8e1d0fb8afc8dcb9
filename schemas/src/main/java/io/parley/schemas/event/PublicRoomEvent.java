package io.parley.schemas.event;

import io.parley.schemas.Connection;
import io.parley.schemas.MessageType;
import io.parley.schemas.PublicRoomSettings;
import io.parley.schemas.Visitor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can happen to a public room. `by` and `opener` say who did it, as the key of an actor:
/// `visitor:<public id>`, `account:42` or `policy:<name>`.
public sealed interface PublicRoomEvent extends Event {
  /// There is such a room from now on. The first event of its room, and the first after it was
  /// deleted.
  record PublicRoomOpened(UUID roomId, PublicRoomSettings settings, String opener)
      implements PublicRoomEvent {}

  /// The room's settings are these now.
  record PublicRoomChanged(UUID roomId, PublicRoomSettings settings, String by)
      implements PublicRoomEvent {}

  /// The room is gone, with its messages and whoever was in.
  record PublicRoomDeleted(UUID roomId, String by) implements PublicRoomEvent {}

  /// A visitor came in by this connection, under this name. It may have been in by another one
  /// already, under another name: it is one visitor, and this is its name.
  record VisitorJoined(UUID roomId, Visitor visitor, Connection connection)
      implements PublicRoomEvent {}

  /// A visitor who is in has another name or colour.
  record VisitorChanged(UUID roomId, Visitor visitor, String formerUsername)
      implements PublicRoomEvent {}

  /// A visitor's last connection is closed: it is not in any more.
  record VisitorLeft(UUID roomId, Visitor visitor, Connection connection)
      implements PublicRoomEvent {}

  /// One of a visitor's connections is closed; by another one it still is in.
  record ConnectionClosed(UUID roomId, UUID visitorId, Connection connection)
      implements PublicRoomEvent {}

  /// A visitor wrote.
  record PublicMessageSent(
      UUID roomId,
      UUID messageId,
      Visitor sender,
      String content,
      MessageType messageType,
      @Nullable String fileUrl)
      implements PublicRoomEvent {}
}
