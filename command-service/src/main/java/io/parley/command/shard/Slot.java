package io.parley.command.shard;

import io.parley.command.aggregate.AggregateState;
import io.parley.command.aggregate.Decision;
import io.parley.command.aggregate.Moment;
import io.parley.schemas.command.AccessCommand;
import io.parley.schemas.command.CannedReplyCommand;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.GuestCommand;
import io.parley.schemas.command.PublicRoomCommand;
import io.parley.schemas.command.RoomCommand;
import io.parley.schemas.command.VisitorCommand;
import io.parley.schemas.event.AccessEvent;
import io.parley.schemas.event.CannedReplyEvent;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.GuestEvent;
import io.parley.schemas.event.PublicRoomEvent;
import io.parley.schemas.event.RoomEvent;
import io.parley.schemas.event.VisitorEvent;
import io.parley.schemas.reply.Outcome;
import org.jspecify.annotations.Nullable;

/// One aggregate in a shard's memory: what it is, how many events it has, the hash of the last
/// one, and the commands it remembers.
final class Slot {
  private final Memory memory;
  private @Nullable AggregateState state;
  private long sequence;
  private @Nullable String lastHash;

  /// Before its first event.
  Slot() {
    this.memory = new Memory();
  }

  /// As it was when it was encoded.
  Slot(AggregateState state, long sequence, String lastHash, Memory memory) {
    this.state = state;
    this.sequence = sequence;
    this.lastHash = lastHash;
    this.memory = memory;
  }

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
    var actor = command.actor();
    return switch (command.command()) {
      case RoomCommand room -> Kind.ROOM.decide(state, actor, room, moment);
      case GuestCommand guest -> Kind.GUEST.decide(state, actor, guest, moment);
      case AccessCommand access -> Kind.ADMIN_ACCESS.decide(state, actor, access, moment);
      case PublicRoomCommand room -> Kind.PUBLIC_ROOM.decide(state, actor, room, moment);
      case VisitorCommand visitor -> Kind.VISITOR.decide(state, actor, visitor, moment);
      case CannedReplyCommand reply -> Kind.CANNED_REPLIES.decide(state, actor, reply, moment);
    };
  }

  Outcome answer(CommandEnvelope command, Moment moment, boolean happened) {
    return answer(state, command, moment, happened);
  }

  /// What the aggregate would answer in this state.
  static Outcome answer(
      @Nullable AggregateState state, CommandEnvelope command, Moment moment, boolean happened) {
    var actor = command.actor();
    return switch (command.command()) {
      case RoomCommand room -> Kind.ROOM.answer(state, actor, room, moment, happened);
      case GuestCommand guest -> Kind.GUEST.answer(state, actor, guest, moment, happened);
      case AccessCommand access -> Kind.ADMIN_ACCESS.answer(state, actor, access, moment, happened);
      case PublicRoomCommand room -> Kind.PUBLIC_ROOM.answer(state, actor, room, moment, happened);
      case VisitorCommand visitor -> Kind.VISITOR.answer(state, actor, visitor, moment, happened);
      case CannedReplyCommand reply ->
          Kind.CANNED_REPLIES.answer(state, actor, reply, moment, happened);
    };
  }

  /// What the aggregate is after its next event; nothing changes by asking.
  AggregateState after(EventEnvelope event) {
    return evolve(event.data(), new Moment(event.time(), event.sequence()));
  }

  /// The next event, live or in replay, and what it led to.
  void evolve(EventEnvelope event, String hash, AggregateState after) {
    state = after;
    sequence = event.sequence();
    lastHash = hash;
    memory.remember(
        event.commandId(),
        new Memory.Remembered(event.sequence(), event.time(), event.commandDigest()));
  }

  private AggregateState evolve(Event event, Moment moment) {
    return switch (event) {
      case RoomEvent room -> Kind.ROOM.evolve(state, room, moment);
      case GuestEvent guest -> Kind.GUEST.evolve(state, guest, moment);
      case AccessEvent access -> Kind.ADMIN_ACCESS.evolve(state, access, moment);
      case PublicRoomEvent room -> Kind.PUBLIC_ROOM.evolve(state, room, moment);
      case VisitorEvent visitor -> Kind.VISITOR.evolve(state, visitor, moment);
      case CannedReplyEvent reply -> Kind.CANNED_REPLIES.evolve(state, reply, moment);
    };
  }
}
