package io.parley.command.shard;

import io.parley.command.aggregate.Decision;
import io.parley.command.aggregate.Moment;
import io.parley.command.publicroom.Presence;
import io.parley.schemas.Ids;
import io.parley.schemas.command.AccessCommand;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.GuestCommand;
import io.parley.schemas.command.PublicRoomCommand;
import io.parley.schemas.command.RoomCommand;
import io.parley.schemas.command.VisitorCommand;
import io.parley.schemas.event.Aggregate;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.EventTypes;
import io.parley.schemas.reply.Refusal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// All aggregates of one partition. `handle` takes the next command and says what to append and
/// what to answer; `replay` takes an event that was appended before. Nothing here knows a clock,
/// a log or a network: whoever calls does the writing, so two shards that were given the same
/// records write the same bytes.
final class Shard {
  private final Map<UUID, Slot> slots = new HashMap<>();
  private final Connections connections = new Connections();
  private long lastCommandOffset = -1;

  /// The offset of the first command that may not have been decided yet: the one after the last
  /// command that left an event.
  long nextCommandOffset() {
    return lastCommandOffset + 1;
  }

  /// How many aggregates are in memory.
  int size() {
    return slots.size();
  }

  /// Takes an event from the log by the reader's rule: what is not above the last sequence seen
  /// was written twice and is dropped; a gap, or an event that contradicts the one before it or
  /// its own twin, is the end.
  void replay(EventEnvelope event, byte[] value) {
    var slot = slots.computeIfAbsent(event.aggregateId(), _ -> new Slot());
    String hash = EventEnvelope.hashOf(value);
    if (event.sequence() < slot.sequence()) {
      return;
    }
    if (event.sequence() == slot.sequence()) {
      agree(event, hash, slot.lastHash());
      return;
    }
    if (event.sequence() != slot.sequence() + 1) {
      throw new BrokenLog(
          "%s %s goes from event %d to %d"
              .formatted(
                  event.aggregate(), event.aggregateId(), slot.sequence(), event.sequence()));
    }
    agree(event, event.prevHash(), slot.lastHash());
    evolve(slot, event, hash);
    lastCommandOffset = Math.max(lastCommandOffset, event.commandOffset());
  }

  private void evolve(Slot slot, EventEnvelope event, String hash) {
    slot.evolve(event, hash);
    connections.evolve(event.data());
  }

  /// Connections into public rooms by ws-delivery nodes that are lost; at most `max`.
  List<Presence> lostConnections(Predicate<UUID> nodeIsLost, int max) {
    return connections.ofLost(nodeIsLost, max);
  }

  private static void agree(EventEnvelope event, @Nullable String said, @Nullable String known) {
    if (!Objects.equals(said, known)) {
      throw new BrokenLog(
          "%s %s has two histories at event %d"
              .formatted(event.aggregate(), event.aggregateId(), event.sequence()));
    }
  }

  /// Decides the command at this offset, stamped with this broker time.
  Step handle(long offset, Instant time, CommandEnvelope command) {
    var slot = slots.getOrDefault(command.command().aggregateId(), new Slot());
    var known = slot.memory().find(command.commandId(), time);
    if (known.isPresent()) {
      return repeat(slot, command, known.get());
    }
    var moment = new Moment(time, slot.sequence() + 1);
    return switch (slot.decide(command, moment)) {
      case Decision.Happens happens -> append(slot, offset, command, happens.event(), moment);
      case Decision.IsSo _ -> new Step.Answered(slot.answer(command, moment, false), false);
      case Decision.Refused refused -> new Step.Refused(refused.reason());
    };
  }

  private static Step repeat(Slot slot, CommandEnvelope command, Memory.Remembered known) {
    if (!known.digest().equals(command.digest())) {
      return new Step.Refused(Refusal.COMMAND_ID_REUSED);
    }
    var state = slot.state();
    if (state != null && !state.admits(command.actor())) {
      return new Step.Refused(Refusal.ROOM_NOT_FOUND);
    }
    var moment = new Moment(known.time(), known.sequence());
    return new Step.Answered(slot.answer(command, moment, true), true);
  }

  private Step append(
      Slot slot, long offset, CommandEnvelope command, Event happened, Moment moment) {
    var id = command.command().aggregateId();
    var event =
        new EventEnvelope(
            Ids.event(id, moment.sequence()),
            EventTypes.nameOf(happened.getClass()),
            aggregateOf(command),
            id,
            moment.sequence(),
            moment.time(),
            command.commandId(),
            command.digest(),
            offset,
            slot.lastHash(),
            happened);
    byte[] value = event.toBytes();
    slots.putIfAbsent(id, slot);
    evolve(slot, event, EventEnvelope.hashOf(value));
    lastCommandOffset = offset;
    return new Step.Appended(event, value, audience(slot), slot.answer(command, moment, true));
  }

  private static Aggregate aggregateOf(CommandEnvelope command) {
    return switch (command.command()) {
      case RoomCommand _ -> Aggregate.ROOM;
      case GuestCommand _ -> Aggregate.GUEST;
      case AccessCommand _ -> Aggregate.ADMIN_ACCESS;
      case PublicRoomCommand _ -> Aggregate.PUBLIC_ROOM;
      case VisitorCommand _ -> Aggregate.VISITOR;
    };
  }

  private static List<String> audience(Slot slot) {
    var state = slot.state();
    return state == null ? List.of() : state.audience();
  }
}
