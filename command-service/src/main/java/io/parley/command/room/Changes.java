package io.parley.command.room;

import static io.parley.command.aggregate.Decision.happens;
import static io.parley.command.aggregate.Decision.isSo;
import static io.parley.command.aggregate.Decision.refused;

import io.parley.command.aggregate.Decision;
import io.parley.command.aggregate.Moment;
import io.parley.command.room.RecentMessages.Recent;
import io.parley.schemas.Ids;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import io.parley.schemas.command.RoomCommand.DeleteMessage;
import io.parley.schemas.command.RoomCommand.EditMessage;
import io.parley.schemas.event.RoomEvent.MessageDeleted;
import io.parley.schemas.event.RoomEvent.MessageEdited;
import io.parley.schemas.reply.Refusal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// Decides whether a message may be changed or taken back: by its author for ten minutes, as long
/// as the room remembers who that is; taken back by an admin at any time.
final class Changes {
  /// The place of a room's first event, which is no message.
  private static final long STARTED = 1;

  private Changes() {}

  static Decision edit(Conversation room, Person editor, EditMessage edit, Moment moment) {
    var seq = sequence(room, edit.messageId());
    if (seq.isEmpty()) {
      return refused(Refusal.MESSAGE_NOT_FOUND);
    }
    var message = room.recent().find(seq.getAsLong());
    var refusal = refusalToAuthor(message, editor, moment);
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    if (message.filter(Recent::deleted).isPresent()) {
      return refused(Refusal.MESSAGE_DELETED);
    }
    return happens(
        new MessageEdited(
            room.roomId(), edit.messageId(), seq.getAsLong(), editor, edit.content()));
  }

  static Decision delete(Conversation room, Person by, DeleteMessage delete, Moment moment) {
    var seq = sequence(room, delete.messageId());
    if (seq.isEmpty()) {
      return refused(Refusal.MESSAGE_NOT_FOUND);
    }
    var message = room.recent().find(seq.getAsLong());
    var refusal =
        by.role() == ParticipantRole.ADMIN
            ? Optional.<Refusal>empty()
            : refusalToAuthor(message, by, moment);
    if (refusal.isPresent()) {
      return refused(refusal.get());
    }
    return message.filter(Recent::deleted).isPresent()
        ? isSo()
        : happens(new MessageDeleted(room.roomId(), delete.messageId(), seq.getAsLong(), by));
  }

  /// The sequence of this message, if there is such a place in the room.
  static OptionalLong sequence(Conversation room, UUID messageId) {
    var seq = Ids.sequenceOf(room.roomId(), messageId);
    return seq.stream().filter(s -> s > STARTED && s <= room.sequence()).findFirst();
  }

  private static Optional<Refusal> refusalToAuthor(
      Optional<Recent> message, Person person, Moment moment) {
    if (message.isPresent() && !message.get().author().key().equals(person.key())) {
      return Optional.of(Refusal.NOT_THE_AUTHOR);
    }
    return message.filter(m -> m.isChangeableAt(moment.time())).isEmpty()
        ? Optional.of(Refusal.EDIT_WINDOW_OVER)
        : Optional.empty();
  }
}
