package io.parley.command.publicroom;

import io.parley.command.Story;
import io.parley.command.aggregate.Decision;
import io.parley.command.aggregate.Moment;
import io.parley.schemas.Connection;
import io.parley.schemas.Ids;
import io.parley.schemas.MessageType;
import io.parley.schemas.PublicRoomSettings;
import io.parley.schemas.Visitor;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.PublicRoomCommand;
import io.parley.schemas.command.PublicRoomCommand.ChangePublicRoom;
import io.parley.schemas.command.PublicRoomCommand.ChangeVisitor;
import io.parley.schemas.command.PublicRoomCommand.JoinPublicRoom;
import io.parley.schemas.command.PublicRoomCommand.LeavePublicRoom;
import io.parley.schemas.command.PublicRoomCommand.OpenPublicRoom;
import io.parley.schemas.command.PublicRoomCommand.SendPublicMessage;
import io.parley.schemas.event.PublicRoomEvent;
import io.parley.schemas.event.PublicRoomEvent.PublicMessageSent;
import io.parley.schemas.event.PublicRoomEvent.PublicRoomOpened;
import io.parley.schemas.event.PublicRoomEvent.VisitorJoined;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Stories of one public room: who is in them, and what commands and events are called.
final class PublicRoomStory {
  static final UUID ROOM = new UUID(0x4000, 0x8000_0000_0000_0001L);
  static final UUID NODE = new UUID(0x4000, 77);
  static final PublicRoomSettings SPORTS = new PublicRoomSettings("খেলাধুলা", "ক্রিকেট", true, 2);
  static final PublicRoomSettings SECRET = new PublicRoomSettings("গোপন", null, false, 2);

  static final Visitor RAKIB = visitor(1, "রাকিব", "#ff0000");
  static final Visitor MITU = visitor(2, "মিতু", "red");
  static final Visitor SAMI = visitor(3, "সামি", "#007bff");

  private PublicRoomStory() {}

  static Visitor visitor(int number, String name, String color) {
    return new Visitor(Ids.visitor("session " + number), name, color);
  }

  static Actor.Visitor as(Visitor visitor) {
    return new Actor.Visitor(visitor.id());
  }

  static Connection socket(int number) {
    return new Connection(NODE, new UUID(0x4001, number));
  }

  static Story<PublicRoomState, PublicRoomCommand, PublicRoomEvent> given(PublicRoomEvent... past) {
    var rules =
        new Story.Rules<PublicRoomState, PublicRoomCommand, PublicRoomEvent>() {
          @Override
          public Decision decide(
              PublicRoomState s, Actor actor, PublicRoomCommand command, Moment moment) {
            return PublicRoom.decide(s, actor, command, moment);
          }

          @Override
          public PublicRoomState evolve(PublicRoomState s, PublicRoomEvent event, Moment moment) {
            return PublicRoomFold.evolve(s, event, moment);
          }
        };
    return new Story<PublicRoomState, PublicRoomCommand, PublicRoomEvent>(
            rules, PublicRoomEvent.class, new PublicRoomState.Vacant())
        .given(List.of(past).stream().map(PublicRoomStory::past).toList());
  }

  private static Story.Past<PublicRoomState, PublicRoomEvent> past(PublicRoomEvent event) {
    return (_, _) -> event;
  }

  /// The open room of a story.
  static OpenRoom roomOf(Story<PublicRoomState, PublicRoomCommand, PublicRoomEvent> story) {
    return (OpenRoom) story.state();
  }

  static PublicRoomOpened opened(PublicRoomSettings settings) {
    return new PublicRoomOpened(ROOM, settings, as(RAKIB).key());
  }

  static VisitorJoined joined(Visitor visitor, int socket) {
    return new VisitorJoined(ROOM, visitor, socket(socket));
  }

  static PublicMessageSent sent(long seq, Visitor sender, String content) {
    return new PublicMessageSent(
        ROOM, Ids.event(ROOM, seq), sender, content, MessageType.TEXT, null);
  }

  static OpenPublicRoom opens(PublicRoomSettings settings) {
    return new OpenPublicRoom(ROOM, settings);
  }

  static ChangePublicRoom renamesRoom(String name) {
    return new ChangePublicRoom(ROOM, name, null, null, null);
  }

  static JoinPublicRoom joins(Visitor visitor, int socket) {
    return new JoinPublicRoom(ROOM, visitor.username(), visitor.color(), socket(socket), false);
  }

  static LeavePublicRoom leaves(Visitor visitor, int socket) {
    return new LeavePublicRoom(ROOM, visitor.id(), socket(socket).connectionId());
  }

  static ChangeVisitor becomes(@Nullable String name, @Nullable String color) {
    return new ChangeVisitor(ROOM, name, color);
  }

  static SendPublicMessage says(Visitor visitor, String content) {
    return new SendPublicMessage(
        ROOM, visitor.username(), visitor.color(), content, MessageType.TEXT, null);
  }
}
