package io.parley.command.publicroom;

import io.parley.schemas.PublicRoomSettings;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A room in which the public talks. `opener` is the key of the actor who opened it, `messages`
/// how many were written in it, `updatedAt` when its settings changed last.
record OpenRoom(
    UUID roomId,
    PublicRoomSettings settings,
    String opener,
    Members members,
    long messages,
    Instant createdAt,
    Instant updatedAt)
    implements PublicRoomState {

  @Override
  public List<Presence> presences() {
    return members.byVisitor().sequencedValues().stream()
        .flatMap(
            present ->
                present.lines().stream()
                    .map(line -> new Presence(roomId, present.visitor().id(), line.connection())))
        .toList();
  }

  @Override
  public boolean isSomebodyIn() {
    return members.size() > 0;
  }

  /// Whether this actor may change the room or take it away.
  boolean belongsTo(Actor actor) {
    return actor.key().equals(opener)
        || (actor instanceof Actor.Account account && account.is(Role.ADMIN));
  }

  /// Whether one more visitor can come in.
  boolean isFull() {
    return members.size() >= Math.min(settings.maxUsers(), PublicRoomSettings.MOST_USERS);
  }

  OpenRoom with(PublicRoomSettings other, Instant at) {
    return new OpenRoom(roomId, other, opener, members, messages, createdAt, at);
  }

  OpenRoom with(Members others) {
    return new OpenRoom(roomId, settings, opener, others, messages, createdAt, updatedAt);
  }

  OpenRoom withOneMoreMessage() {
    return new OpenRoom(roomId, settings, opener, members, messages + 1, createdAt, updatedAt);
  }
}
