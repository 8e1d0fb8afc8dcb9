package io.parley.query.api;

import io.parley.edge.identity.Caller;
import io.parley.edge.problem.Problem;
import io.parley.query.QueryProperties;
import io.parley.query.conversation.Conversation;
import io.parley.query.conversation.Conversations;
import io.parley.query.conversation.ConversationsProjection;
import io.parley.query.guest.Guests;
import io.parley.query.guest.GuestsProjection;
import io.parley.query.live.Patience;
import io.parley.query.live.PositionGate;
import io.parley.schemas.Access;
import io.parley.schemas.command.Actor;
import io.parley.schemas.reply.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where every query comes in: lets it wait for the position that it asks for, and turns away
/// whoever may not see what it is about.
@Component
final class Entrance {
  private final PositionGate positions;
  private final Guests guests;
  private final Conversations conversations;
  private final AccessLog accesses;
  private final QueryProperties properties;

  Entrance(
      PositionGate positions,
      Guests guests,
      Conversations conversations,
      AccessLog accesses,
      QueryProperties properties) {
    this.positions = positions;
    this.guests = guests;
    this.conversations = conversations;
    this.accesses = accesses;
    this.properties = properties;
  }

  /// Who looks at these projections, all of which have reached the position.
  Viewer admit(Caller caller, @Nullable String position, String... projections) {
    Set<String> read = new LinkedHashSet<>(List.of(projections));
    if (caller.actor() instanceof Actor.Guest) {
      read.add(GuestsProjection.NAME);
    }
    positions.await(position, read);
    checkGuest(caller);
    return Viewer.of(caller);
  }

  /// The same for one room, which they must be allowed to see. What is not theirs looks as if it
  /// were not there; what an admin sees of others is in the log when this returns.
  Admitted admitTo(
      String roomId,
      Caller caller,
      @Nullable String position,
      Function<UUID, Access> access,
      String... projections) {
    Set<String> read = new LinkedHashSet<>(List.of(projections));
    read.add(ConversationsProjection.NAME);
    var viewer = admit(caller, position, read.toArray(String[]::new));
    var room =
        RoomIds.parse(roomId)
            .flatMap(conversations::find)
            .filter(viewer::sees)
            .orElseThrow(() -> Problem.of(Refusal.ROOM_NOT_FOUND));
    if (!viewer.isInside(room)) {
      accesses.record(caller, access.apply(room.roomId()));
    }
    return new Admitted(viewer, room);
  }

  /// Somebody in front of a room that they may see.
  record Admitted(Viewer viewer, Conversation room) {
    UUID roomId() {
      return room.roomId();
    }
  }

  /// A session may be so young that it is on its way here.
  private void checkGuest(Caller caller) {
    if (caller.actor() instanceof Actor.Guest guest
        && !Patience.until(properties.guestWait(), () -> guests.existsById(guest.guestId()))) {
      throw unknownGuest();
    }
  }

  static Problem unknownGuest() {
    return Problem.unauthorized("guest_session_unknown", "There is no such guest session.");
  }
}
