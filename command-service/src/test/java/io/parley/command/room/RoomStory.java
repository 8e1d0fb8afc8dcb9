package io.parley.command.room;

import io.parley.command.People;
import io.parley.command.Story;
import io.parley.command.aggregate.Decision;
import io.parley.command.aggregate.Moment;
import io.parley.schemas.ConversationKind;
import io.parley.schemas.Ids;
import io.parley.schemas.MessageType;
import io.parley.schemas.Person;
import io.parley.schemas.Unread;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.RoomCommand;
import io.parley.schemas.event.RoomEvent;
import io.parley.schemas.event.RoomEvent.ConversationArchived;
import io.parley.schemas.event.RoomEvent.ConversationForwarded;
import io.parley.schemas.event.RoomEvent.ConversationStarted;
import io.parley.schemas.event.RoomEvent.MessageDeleted;
import io.parley.schemas.event.RoomEvent.MessageEdited;
import io.parley.schemas.event.RoomEvent.MessageSent;
import io.parley.schemas.event.RoomEvent.MessagesRead;
import io.parley.schemas.event.RoomEvent.ParticipantAttached;
import io.parley.schemas.view.MessageView;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Stories of one room: what had happened in it, and what its commands and events are called.
final class RoomStory {
  static final UUID ROOM = Ids.room("account:42", "1", "123");
  static final UUID ELSEWHERE = Ids.room("guest:7", "1", "123");

  /// Something that had happened in the room.
  interface Past extends Story.Past<RoomState, RoomEvent> {}

  private RoomStory() {}

  static Story<RoomState, RoomCommand, RoomEvent> given(Past... past) {
    var rules =
        new Story.Rules<RoomState, RoomCommand, RoomEvent>() {
          @Override
          public Decision decide(RoomState s, Actor actor, RoomCommand command, Moment moment) {
            return Room.decide(s, actor, command, moment);
          }

          @Override
          public RoomState evolve(RoomState s, RoomEvent event, Moment moment) {
            return RoomFold.evolve(s, event, moment);
          }
        };
    return new Story<RoomState, RoomCommand, RoomEvent>(
            rules, RoomEvent.class, new RoomState.Vacant())
        .given(List.of(past));
  }

  /// The open room of a story.
  static Conversation roomOf(Story<RoomState, RoomCommand, RoomEvent> story) {
    return (Conversation) story.state();
  }

  static MessageView lastMessage(Story<RoomState, RoomCommand, RoomEvent> story) {
    return Objects.requireNonNull(roomOf(story).lastMessage());
  }

  static UUID message(long seq) {
    return Ids.event(ROOM, seq);
  }

  static Past startedBy(Person buyer) {
    return (_, _) -> startedEvent(buyer);
  }

  static ConversationStarted startedEvent(Person buyer) {
    return new ConversationStarted(
        ROOM, ConversationKind.PRODUCT, People.SHOP, People.SAFFRON, buyer);
  }

  static Past sent(Person sender, String content) {
    return (room, moment) ->
        sentEvent(
            moment.sequence(),
            sender,
            content,
            ((Conversation) room).reading().unreadAfterMessageOf(sender.role().side()));
  }

  static MessageSent sentEvent(long seq, Person sender, String content, Unread unread) {
    return new MessageSent(ROOM, message(seq), sender, content, MessageType.TEXT, null, unread);
  }

  static Past read(Person reader, long upToSeq, Unread left) {
    return (_, _) -> new MessagesRead(ROOM, reader, upToSeq, left);
  }

  static Past edited(Person editor, long seq, String content) {
    return (_, _) -> new MessageEdited(ROOM, message(seq), seq, editor, content);
  }

  static Past deleted(Person by, long seq) {
    return (_, _) -> new MessageDeleted(ROOM, message(seq), seq, by);
  }

  static Past archived(Person by) {
    return (_, _) -> new ConversationArchived(ROOM, by);
  }

  static Past attached(Actor.Guest guest, Actor.Account account) {
    return (_, _) -> new ParticipantAttached(ROOM, guest.guestId(), People.buyer(account));
  }

  static Past forwarded() {
    return (_, _) -> new ConversationForwarded(ROOM, ELSEWHERE);
  }

  /// A hundred people: the buyer and 99 of the shop's staff, with one message each.
  static Past[] fullRoom() {
    var staff =
        IntStream.rangeClosed(1, 99)
            .mapToObj(i -> People.staff("staff" + i, "فروشنده " + i, People.SHOP))
            .map(person -> sent(People.vendor(person), "در خدمتم"));
    return Stream.concat(Stream.of(startedBy(People.buyer(People.SARA))), staff)
        .toArray(Past[]::new);
  }

  static RoomCommand.StartConversation starts() {
    return new RoomCommand.StartConversation(ROOM, People.SHOP, People.SAFFRON);
  }

  static RoomCommand.SendMessage sends(String content) {
    return new RoomCommand.SendMessage(ROOM, content, MessageType.TEXT, null);
  }

  static RoomCommand.EditMessage edits(long seq, String content) {
    return new RoomCommand.EditMessage(ROOM, message(seq), content);
  }

  static RoomCommand.DeleteMessage deletes(long seq) {
    return new RoomCommand.DeleteMessage(ROOM, message(seq));
  }

  static RoomCommand.MarkRead reads(@Nullable Long upToSeq) {
    return new RoomCommand.MarkRead(ROOM, upToSeq);
  }

  static RoomCommand.ArchiveConversation archives() {
    return new RoomCommand.ArchiveConversation(ROOM);
  }

  static RoomCommand.UnarchiveConversation unarchives() {
    return new RoomCommand.UnarchiveConversation(ROOM);
  }

  static RoomCommand.AttachParticipant attaches(Actor.Guest guest, Actor.Account account) {
    return new RoomCommand.AttachParticipant(
        ROOM, guest.guestId(), account.accountId(), account.username());
  }

  static RoomCommand.ForwardConversation forwards() {
    return new RoomCommand.ForwardConversation(ROOM, ELSEWHERE);
  }
}
