package io.parley.command.shard;

import io.parley.command.access.AdminAccess;
import io.parley.command.access.AdminAccessState;
import io.parley.command.aggregate.AggregateState;
import io.parley.command.aggregate.Decision;
import io.parley.command.aggregate.Moment;
import io.parley.command.guest.Guest;
import io.parley.command.guest.GuestState;
import io.parley.command.room.Room;
import io.parley.command.room.RoomAnswers;
import io.parley.command.room.RoomFold;
import io.parley.command.room.RoomState;
import io.parley.schemas.command.AccessCommand;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.GuestCommand;
import io.parley.schemas.command.PublicRoomCommand;
import io.parley.schemas.command.RoomCommand;
import io.parley.schemas.command.VisitorCommand;
import io.parley.schemas.event.AccessEvent;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.GuestEvent;
import io.parley.schemas.event.PublicRoomEvent;
import io.parley.schemas.event.RoomEvent;
import io.parley.schemas.event.VisitorEvent;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import org.jspecify.annotations.Nullable;

/// One aggregate in a shard's memory: what it is, how many events it has, the hash of the last
/// one, and the commands it remembers.
final class Slot {
  private static final RoomState.Vacant VACANT = new RoomState.Vacant();
  private static final GuestState.Unknown UNKNOWN = new GuestState.Unknown();

  private final Memory memory = new Memory();
  private @Nullable AggregateState state;
  private long sequence;
  private @Nullable String lastHash;

  long sequence() {
    return sequence;
  }

  @Nullable String lastHash() {
    return lastHash;
  }

  @Nullable AggregateState state() {
    return state;
  }

  Memory memory() {
    return memory;
  }

  Decision decide(CommandEnvelope command, Moment moment) {
    return switch (command.command()) {
      case RoomCommand room ->
          orVacant() instanceof RoomState now
              ? Room.decide(now, command.actor(), room, moment)
              : Decision.refused(Refusal.ROOM_NOT_FOUND);
      case GuestCommand guest ->
          orUnknown() instanceof GuestState now
              ? Guest.decide(now, command.actor(), guest)
              : Decision.refused(Refusal.GUEST_SESSION_NOT_FOUND);
      case AccessCommand access ->
          orUnused() instanceof AdminAccessState now
              ? AdminAccess.decide(now, command.actor(), access, moment)
              : Decision.refused(Refusal.NOT_ALLOWED);
      case PublicRoomCommand _, VisitorCommand _ -> Decision.refused(Refusal.NOT_ALLOWED);
    };
  }

  Outcome answer(CommandEnvelope command, Moment moment, boolean happened) {
    return switch (command.command()) {
      case RoomCommand room ->
          orVacant() instanceof RoomState now
              ? RoomAnswers.answer(now, command.actor(), room, moment, happened)
              : new Outcome.Done();
      case GuestCommand _ ->
          orUnknown() instanceof GuestState now ? Guest.answer(now) : new Outcome.Done();
      case AccessCommand _, PublicRoomCommand _, VisitorCommand _ -> new Outcome.Done();
    };
  }

  /// The next event, live or in replay.
  void evolve(EventEnvelope event, String hash) {
    state = evolve(event.data(), new Moment(event.time(), event.sequence()));
    sequence = event.sequence();
    lastHash = hash;
    memory.remember(
        event.commandId(),
        new Memory.Remembered(event.sequence(), event.time(), event.commandDigest()));
  }

  private AggregateState evolve(Event event, Moment moment) {
    return switch (event) {
      case RoomEvent room -> RoomFold.evolve((RoomState) orVacant(), room, moment);
      case GuestEvent guest -> Guest.evolve((GuestState) orUnknown(), guest, moment);
      case AccessEvent access -> AdminAccess.evolve((AdminAccessState) orUnused(), access, moment);
      case PublicRoomEvent _, VisitorEvent _ -> throw new IllegalStateException();
    };
  }

  private AggregateState orVacant() {
    return state == null ? VACANT : state;
  }

  private AggregateState orUnknown() {
    return state == null ? UNKNOWN : state;
  }

  private AggregateState orUnused() {
    return state == null ? AdminAccessState.NONE : state;
  }
}
