package io.parley.command.shard;

import io.parley.command.access.AdminAccess;
import io.parley.command.access.AdminAccessState;
import io.parley.command.aggregate.AggregateState;
import io.parley.command.aggregate.Decision;
import io.parley.command.aggregate.Moment;
import io.parley.command.canned.CannedReplies;
import io.parley.command.canned.CannedRepliesState;
import io.parley.command.guest.Guest;
import io.parley.command.guest.GuestState;
import io.parley.command.publicroom.PublicRoom;
import io.parley.command.publicroom.PublicRoomAnswers;
import io.parley.command.publicroom.PublicRoomFold;
import io.parley.command.publicroom.PublicRoomState;
import io.parley.command.room.Room;
import io.parley.command.room.RoomAnswers;
import io.parley.command.room.RoomFold;
import io.parley.command.room.RoomState;
import io.parley.command.visitor.VisitorState;
import io.parley.command.visitor.Visitors;
import io.parley.schemas.command.AccessCommand;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.CannedReplyCommand;
import io.parley.schemas.command.Command;
import io.parley.schemas.command.GuestCommand;
import io.parley.schemas.command.PublicRoomCommand;
import io.parley.schemas.command.RoomCommand;
import io.parley.schemas.command.VisitorCommand;
import io.parley.schemas.event.AccessEvent;
import io.parley.schemas.event.CannedReplyEvent;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.GuestEvent;
import io.parley.schemas.event.PublicRoomEvent;
import io.parley.schemas.event.RoomEvent;
import io.parley.schemas.event.VisitorEvent;
import io.parley.schemas.reply.Outcome;
import io.parley.schemas.reply.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rules of one kind of aggregate: what it is before its first event, and its three pure
/// functions. A command to an aggregate of another kind is refused as if there were none.
///
/// @param <S> its states
/// @param <C> its commands
/// @param <E> its events
record Kind<S extends AggregateState, C extends Command, E extends Event>(
    Class<S> states,
    S nothing,
    Refusal noSuch,
    Decide<S, C> decider,
    Evolve<S, E> fold,
    Answer<S, C> answers) {
  static final Kind<RoomState, RoomCommand, RoomEvent> ROOM =
      new Kind<>(
          RoomState.class,
          new RoomState.Vacant(),
          Refusal.ROOM_NOT_FOUND,
          Room::decide,
          RoomFold::evolve,
          RoomAnswers::answer);

  static final Kind<GuestState, GuestCommand, GuestEvent> GUEST =
      new Kind<>(
          GuestState.class,
          new GuestState.Unknown(),
          Refusal.GUEST_SESSION_NOT_FOUND,
          (state, actor, command, _) -> Guest.decide(state, actor, command),
          Guest::evolve,
          (state, _, _, _, _) -> Guest.answer(state));

  static final Kind<AdminAccessState, AccessCommand, AccessEvent> ADMIN_ACCESS =
      new Kind<>(
          AdminAccessState.class,
          AdminAccessState.NONE,
          Refusal.NOT_ALLOWED,
          AdminAccess::decide,
          AdminAccess::evolve,
          (_, _, _, _, _) -> new Outcome.Done());

  static final Kind<PublicRoomState, PublicRoomCommand, PublicRoomEvent> PUBLIC_ROOM =
      new Kind<>(
          PublicRoomState.class,
          new PublicRoomState.Vacant(),
          Refusal.ROOM_NOT_FOUND,
          PublicRoom::decide,
          PublicRoomFold::evolve,
          PublicRoomAnswers::answer);

  static final Kind<VisitorState, VisitorCommand, VisitorEvent> VISITOR =
      new Kind<>(
          VisitorState.class,
          new VisitorState.Unknown(),
          Refusal.VISITOR_NOT_FOUND,
          (state, actor, command, _) -> Visitors.decide(state, actor, command),
          Visitors::evolve,
          (state, _, _, _, _) -> Visitors.answer(state));

  static final Kind<CannedRepliesState, CannedReplyCommand, CannedReplyEvent> CANNED_REPLIES =
      new Kind<>(
          CannedRepliesState.class,
          CannedRepliesState.NONE,
          Refusal.REPLY_NOT_FOUND,
          CannedReplies::decide,
          CannedReplies::evolve,
          (state, _, command, moment, _) -> CannedReplies.answer(state, command, moment));

  /// The kinds by the code that encoded states carry, counted from 1; never reordered.
  static final List<Kind<?, ?, ?>> CODES =
      List.of(ROOM, GUEST, ADMIN_ACCESS, PUBLIC_ROOM, VISITOR, CANNED_REPLIES);

  /// The code of a state's kind.
  static byte codeOf(AggregateState state) {
    for (int i = 0; i < CODES.size(); i++) {
      if (CODES.get(i).states.isInstance(state)) {
        return (byte) (i + 1);
      }
    }
    throw new IllegalArgumentException("a state of no kind: " + state.getClass());
  }

  /// The class of the states that have this form (the class's simple name) in this kind. Throws
  /// `IllegalArgumentException` where there is none.
  static Class<? extends AggregateState> form(byte code, String name) {
    if (code < 1 || code > CODES.size()) {
      throw new IllegalArgumentException("no kind of aggregate has the code " + code);
    }
    var states = CODES.get(code - 1).states;
    var forms = states.isSealed() ? states.getPermittedSubclasses() : new Class<?>[] {states};
    for (var form : forms) {
      if (form.getSimpleName().equals(name)) {
        return form.asSubclass(AggregateState.class);
      }
    }
    throw new IllegalArgumentException("no state has the form " + name);
  }

  @FunctionalInterface
  interface Decide<S, C> {
    Decision decide(S state, Actor actor, C command, Moment moment);
  }

  @FunctionalInterface
  interface Evolve<S, E> {
    S evolve(S state, E event, Moment moment);
  }

  @FunctionalInterface
  interface Answer<S, C> {
    Outcome answer(S now, Actor actor, C command, Moment moment, boolean happened);
  }

  Decision decide(@Nullable AggregateState state, Actor actor, C command, Moment moment) {
    return isOurs(state)
        ? decider.decide(ours(state), actor, command, moment)
        : Decision.refused(noSuch);
  }

  S evolve(@Nullable AggregateState state, E event, Moment moment) {
    return fold.evolve(ours(state), event, moment);
  }

  Outcome answer(
      @Nullable AggregateState state, Actor actor, C command, Moment moment, boolean happened) {
    return isOurs(state)
        ? answers.answer(ours(state), actor, command, moment, happened)
        : new Outcome.Done();
  }

  private boolean isOurs(@Nullable AggregateState state) {
    return state == null || states.isInstance(state);
  }

  private S ours(@Nullable AggregateState state) {
    return state == null ? nothing : states.cast(state);
  }
}
