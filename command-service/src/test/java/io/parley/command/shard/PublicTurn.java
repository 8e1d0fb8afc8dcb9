package io.parley.command.shard;

import io.parley.schemas.Connection;
import io.parley.schemas.Ids;
import io.parley.schemas.MessageType;
import io.parley.schemas.PublicRoomSettings;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.Command;
import io.parley.schemas.command.PublicRoomCommand.ChangePublicRoom;
import io.parley.schemas.command.PublicRoomCommand.ChangeVisitor;
import io.parley.schemas.command.PublicRoomCommand.DeletePublicRoom;
import io.parley.schemas.command.PublicRoomCommand.JoinPublicRoom;
import io.parley.schemas.command.PublicRoomCommand.LeavePublicRoom;
import io.parley.schemas.command.PublicRoomCommand.OpenPublicRoom;
import io.parley.schemas.command.PublicRoomCommand.SendPublicMessage;
import io.parley.schemas.command.VisitorCommand.IntroduceVisitor;
import java.util.UUID;

/// What a [Turn] asks of the public rooms: one room with two places, and seven visitors who want
/// to be in it, by three sockets each through two nodes.
final class PublicTurn {
  static final int WHATS = 12;
  static final int PLACES = 2;
  static final UUID ROOM = new UUID(0x4000, 0x8000_0000_0000_0001L);
  static final UUID NODE = new UUID(0x4000, 0x8000_0000_0000_0100L);

  private PublicTurn() {}

  static Actor.Visitor visitor(int who) {
    return new Actor.Visitor(Ids.visitor("session " + who));
  }

  static Connection connection(int who, int socket) {
    var node = new UUID(0x4000, NODE.getLeastSignificantBits() + socket % 2);
    return new Connection(node, new UUID(who, socket));
  }

  static Command command(int what, int who, int socket, int about) {
    var id = visitor(who).visitorId();
    var connection = connection(who, socket);
    String name = "দর্শক " + about % 3;
    return switch (what) {
      case 0, 1 -> new OpenPublicRoom(ROOM, new PublicRoomSettings("ছোট রুম", null, true, PLACES));
      case 2, 3, 4 -> new JoinPublicRoom(ROOM, name, "red", connection, about % 2 == 0);
      case 5, 6 -> new LeavePublicRoom(ROOM, id, connection.connectionId());
      case 7 -> new ChangeVisitor(ROOM, name, about % 2 == 0 ? null : "green");
      case 8 -> new SendPublicMessage(ROOM, name, "red", "হ্যালো", MessageType.TEXT, null);
      case 9 -> new ChangePublicRoom(ROOM, name, null, null, 1 + about % PLACES);
      case 10 -> new DeletePublicRoom(ROOM);
      default -> new IntroduceVisitor(id, name, "red");
    };
  }
}
