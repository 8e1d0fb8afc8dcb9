package io.parley.command.room;

import static io.parley.command.aggregate.Decision.happens;
import static io.parley.command.aggregate.Decision.isSo;
import static io.parley.command.aggregate.Decision.refused;

import io.parley.command.aggregate.Decision;
import io.parley.command.aggregate.Moment;
import io.parley.schemas.ConversationKind;
import io.parley.schemas.Ids;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import io.parley.schemas.Side;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.Role;
import io.parley.schemas.command.RoomCommand;
import io.parley.schemas.command.RoomCommand.ArchiveConversation;
import io.parley.schemas.command.RoomCommand.AttachParticipant;
import io.parley.schemas.command.RoomCommand.CloseReports;
import io.parley.schemas.command.RoomCommand.DeleteMessage;
import io.parley.schemas.command.RoomCommand.EditMessage;
import io.parley.schemas.command.RoomCommand.ForwardConversation;
import io.parley.schemas.command.RoomCommand.MarkRead;
import io.parley.schemas.command.RoomCommand.ReportConversation;
import io.parley.schemas.command.RoomCommand.SendMessage;
import io.parley.schemas.command.RoomCommand.StartConversation;
import io.parley.schemas.command.RoomCommand.UnarchiveConversation;
import io.parley.schemas.event.RoomEvent.ConversationArchived;
import io.parley.schemas.event.RoomEvent.ConversationForwarded;
import io.parley.schemas.event.RoomEvent.ConversationStarted;
import io.parley.schemas.event.RoomEvent.ConversationUnarchived;
import io.parley.schemas.event.RoomEvent.MessageSent;
import io.parley.schemas.event.RoomEvent.MessagesRead;
import io.parley.schemas.event.RoomEvent.ParticipantAttached;
import io.parley.schemas.reply.Refusal;

/// Decides what may happen in a room. Pure: the moment comes in, nothing else is asked.
public final class Room {
  private Room() {}

  /// What the room says to a command.
  public static Decision decide(RoomState state, Actor actor, RoomCommand command, Moment moment) {
    return switch (state) {
      case RoomState.Vacant _ -> decideVacant(actor, command);
      case RoomState.Forwarded _ ->
          switch (command) {
            case StartConversation _, ForwardConversation _ -> isSo();
            default -> refused(Refusal.ROOM_NOT_FOUND);
          };
      case Conversation conversation -> decideOpen(conversation, actor, command, moment);
    };
  }

  private static Decision decideVacant(Actor actor, RoomCommand command) {
    return switch (command) {
      case StartConversation start -> start(actor, start);
      case ForwardConversation forward when actor instanceof Actor.Policy ->
          happens(new ConversationForwarded(forward.roomId(), forward.toRoomId()));
      default -> refused(Refusal.ROOM_NOT_FOUND);
    };
  }

  private static Decision start(Actor actor, StartConversation start) {
    return switch (actor) {
      case Actor.Guest guest -> happens(started(start, guest.person()));
      case Actor.Account account when account.answersFor(start.vendorId()) ->
          refused(Refusal.OWN_SHOP);
      case Actor.Account account when account.roles().equals(java.util.Set.of(Role.AUDITOR)) ->
          refused(Refusal.NOT_ALLOWED);
      case Actor.Account account ->
          happens(
              started(
                  start,
                  Person.account(ParticipantRole.BUYER, account.accountId(), account.username())));
      case Actor.Visitor _, Actor.Policy _ -> refused(Refusal.NOT_ALLOWED);
    };
  }

  private static ConversationStarted started(StartConversation start, Person buyer) {
    var kind = start.product() == null ? ConversationKind.DIRECT : ConversationKind.PRODUCT;
    return new ConversationStarted(start.roomId(), kind, start.vendorId(), start.product(), buyer);
  }

  private static Decision decideOpen(
      Conversation room, Actor actor, RoomCommand command, Moment moment) {
    if (actor instanceof Actor.Policy) {
      return decidePolicy(room, command);
    }
    var person = command instanceof CloseReports ? room.adminOf(actor) : room.personOf(actor);
    if (person.isEmpty()) {
      return refused(Refusal.ROOM_NOT_FOUND);
    }
    return decide(room, person.get(), command, moment);
  }

  private static Decision decidePolicy(Conversation room, RoomCommand command) {
    return switch (command) {
      case AttachParticipant attach -> attach(room, attach);
      case ForwardConversation _ -> isSo();
      default -> refused(Refusal.NOT_ALLOWED);
    };
  }

  private static Decision decide(
      Conversation room, Person person, RoomCommand command, Moment moment) {
    return switch (command) {
      case StartConversation _ ->
          person.role().side() == Side.BUYER ? isSo() : refused(Refusal.ROOM_NOT_FOUND);
      case SendMessage send -> send(room, person, send, moment);
      case EditMessage edit -> Changes.edit(room, person, edit, moment);
      case DeleteMessage delete -> Changes.delete(room, person, delete, moment);
      case MarkRead read -> read(room, person, read);
      case ArchiveConversation _ -> archive(room, person, true);
      case UnarchiveConversation _ -> archive(room, person, false);
      case ReportConversation report -> Reports.report(room, person, report);
      case CloseReports _ -> Reports.close(room, person);
      case AttachParticipant _, ForwardConversation _ -> refused(Refusal.NOT_ALLOWED);
    };
  }

  private static Decision send(Conversation room, Person sender, SendMessage send, Moment moment) {
    if (!room.hasPlaceFor(sender)) {
      return refused(Refusal.ROOM_FULL);
    }
    return happens(
        new MessageSent(
            room.roomId(),
            Ids.event(room.roomId(), moment.sequence()),
            sender,
            send.content(),
            send.messageType(),
            send.fileUrl(),
            room.reading().unreadAfterMessageOf(sender.role().side())));
  }

  /// An admin reads without a trace in the room, and reading again what was read changes nothing.
  private static Decision read(Conversation room, Person reader, MarkRead read) {
    var side = reader.role().side();
    var reading = room.reading();
    long upTo =
        read.upToSeq() == null ? room.sequence() : Math.min(read.upToSeq(), room.sequence());
    if (side == Side.ADMIN || upTo <= reading.seqOf(side)) {
      return isSo();
    }
    long unread = reading.unread().of(side);
    var left = room.recent().unreadAfter(upTo, side, unread, reading.seqOf(side));
    if (left.isEmpty() || left.get() >= unread) {
      return isSo();
    }
    if (!room.hasPlaceFor(reader)) {
      return refused(Refusal.ROOM_FULL);
    }
    return happens(
        new MessagesRead(room.roomId(), reader, upTo, reading.unreadWith(side, left.get())));
  }

  private static Decision archive(Conversation room, Person by, boolean away) {
    if (room.archived() == away) {
      return isSo();
    }
    if (!room.hasPlaceFor(by)) {
      return refused(Refusal.ROOM_FULL);
    }
    return happens(
        away
            ? new ConversationArchived(room.roomId(), by)
            : new ConversationUnarchived(room.roomId(), by));
  }

  private static Decision attach(Conversation room, AttachParticipant attach) {
    var person = Person.account(ParticipantRole.BUYER, attach.accountId(), attach.username());
    if (room.participant("guest:" + attach.guestId()).isEmpty()) {
      return refused(Refusal.ROOM_NOT_FOUND);
    }
    if (room.participant(person.key()).isPresent()) {
      return isSo();
    }
    return room.hasPlaceFor(person)
        ? happens(new ParticipantAttached(room.roomId(), attach.guestId(), person))
        : refused(Refusal.ROOM_FULL);
  }
}
