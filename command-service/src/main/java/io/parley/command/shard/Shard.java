package io.parley.command.shard;

import io.parley.command.aggregate.AggregateState;
import io.parley.command.aggregate.Decision;
import io.parley.command.aggregate.Moment;
import io.parley.command.publicroom.Presence;
import io.parley.command.publicroom.PublicRoomState;
import io.parley.schemas.Ids;
import io.parley.schemas.command.AccessCommand;
import io.parley.schemas.command.CannedReplyCommand;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// All aggregates of one partition. `handle` takes the next command and says what to append and
/// what to answer; `replay` takes an event that was appended before. Nothing here knows a clock,
/// a log or a network: whoever calls does the writing, so two shards that were given the same
/// records write the same bytes. Its [Slots] may lie on a disk; when that fails, [ShardLost] says
/// so, and nothing of it may be used any more.
final class Shard implements AutoCloseable {
  private final Slots slots;
  private final Connections connections = new Connections();
  private Set<UUID> changed = new LinkedHashSet<>();
  private long eventsSinceCapture;
  private long lastCommandOffset;

  /// Of these aggregates, which have the events of all commands up to this offset.
  Shard(Slots slots, long lastCommandOffset) {
    this.slots = slots;
    this.lastCommandOffset = lastCommandOffset;
  }

  /// One of its aggregates is a public room with somebody in.
  void restoreConnections(UUID publicRoom) {
    var slot = slot(publicRoom);
    if (slot != null && slot.state() instanceof PublicRoomState room) {
      connections.restore(room.presences());
    }
  }

  /// The offset of the first command that may not have been decided yet: the one after the last
  /// command that left an event.
  long nextCommandOffset() {
    return lastCommandOffset + 1;
  }

  /// The aggregate as it is now, if it has had an event.
  @Nullable Slot slot(UUID id) {
    return slots.find(id);
  }

  /// How many aggregates there are.
  long size() {
    return slots.size();
  }

  /// How many of them are in the heap.
  int hot() {
    return slots.hot();
  }

  /// How many events there were since the last capture began.
  long eventsSinceCapture() {
    return eventsSinceCapture;
  }

  /// Whether a capture would have anything.
  boolean hasChanged() {
    return !changed.isEmpty();
  }

  /// Begins to capture what has changed since the capture before.
  Capture capture() {
    var capture = new Capture(changed, slots, lastCommandOffset);
    changed = new LinkedHashSet<>();
    eventsSinceCapture = 0;
    return capture;
  }

  /// This capture came to nothing; the next one has to have what it had.
  void uncaptured(Capture capture) {
    changed.addAll(capture.changed());
  }

  /// Takes an event from the log by the reader's rule: what is not above the last sequence seen
  /// was written twice and is dropped; a gap, or an event that contradicts the one before it or
  /// its own twin, is the end.
  void replay(EventEnvelope event, byte[] value) {
    lastCommandOffset = Math.max(lastCommandOffset, event.commandOffset());
    var slot = find(event.aggregateId());
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
    evolve(slot, event, hash, slot.after(event));
  }

  private Slot find(UUID id) {
    var slot = slot(id);
    return slot == null ? new Slot() : slot;
  }

  private void evolve(Slot slot, EventEnvelope event, String hash, AggregateState after) {
    slot.evolve(event, hash, after);
    slots.changed(event.aggregateId(), slot);
    connections.evolve(event.data());
    changed.add(event.aggregateId());
    eventsSinceCapture++;
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
    var slot = find(command.command().aggregateId());
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
    var after = slot.after(event);
    // All that might fail comes first: a shard that knew an event that it does not write would
    // leave a gap.
    var step =
        new Step.Appended(
            event, value, after.audience(), Slot.answer(after, command, moment, true));
    evolve(slot, event, EventEnvelope.hashOf(value), after);
    lastCommandOffset = offset;
    return step;
  }

  private static Aggregate aggregateOf(CommandEnvelope command) {
    return switch (command.command()) {
      case RoomCommand _ -> Aggregate.ROOM;
      case GuestCommand _ -> Aggregate.GUEST;
      case AccessCommand _ -> Aggregate.ADMIN_ACCESS;
      case PublicRoomCommand _ -> Aggregate.PUBLIC_ROOM;
      case VisitorCommand _ -> Aggregate.VISITOR;
      case CannedReplyCommand _ -> Aggregate.CANNED_REPLIES;
    };
  }

  @Override
  public void close() {
    slots.close();
  }
}
