package io.parley.schemas.command;

import io.parley.schemas.Connection;
import io.parley.schemas.MessageType;
import io.parley.schemas.PublicRoomSettings;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What can be asked of a public room.
public sealed interface PublicRoomCommand extends Command {
  /// The room. Ids of version 8 belong to conversations and are never a public room's.
  UUID roomId();

  @Override
  default UUID aggregateId() {
    return roomId();
  }

  /// There shall be such a room; one that is there already stays as it is.
  record OpenPublicRoom(UUID roomId, PublicRoomSettings settings) implements PublicRoomCommand {}

  /// Who opened the room, or an admin, changes some of its settings; null changes nothing.
  record ChangePublicRoom(
      UUID roomId,
      @Nullable String name,
      @Nullable NewDescription description,
      @Nullable Boolean isPublic,
      @Nullable Integer maxUsers)
      implements PublicRoomCommand {}

  /// Another description, or none any more.
  record NewDescription(@Nullable String text) {}

  /// Who opened the room, or an admin, takes it away, with all that was written in it.
  record DeletePublicRoom(UUID roomId) implements PublicRoomCommand {}

  /// A visitor comes in by a socket, under this name and colour. `withMembers`: whoever asks wants
  /// to know who is in.
  record JoinPublicRoom(
      UUID roomId, String username, String color, Connection connection, boolean withMembers)
      implements PublicRoomCommand {}

  /// A visitor's socket is closed; sent by itself, or by a policy when its node died.
  record LeavePublicRoom(UUID roomId, UUID visitorId, UUID connectionId)
      implements PublicRoomCommand {}

  /// A visitor who is in takes another name, another colour, or both; null changes nothing.
  record ChangeVisitor(UUID roomId, @Nullable String username, @Nullable String color)
      implements PublicRoomCommand {}

  /// A visitor writes. Who is in is known under the name that it has there, who is not under this
  /// one. The content has passed [io.parley.schemas.MessageContent#isText].
  record SendPublicMessage(
      UUID roomId,
      String username,
      String color,
      String content,
      MessageType messageType,
      @Nullable String fileUrl)
      implements PublicRoomCommand {}
}
