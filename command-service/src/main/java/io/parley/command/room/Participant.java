package io.parley.command.room;

import io.parley.schemas.Person;
import io.parley.schemas.view.ParticipantView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody in a room.
record Participant(
    Person person, Instant joinedAt, @Nullable Instant lastReadAt, long lastReadSeq) {
  ParticipantView view() {
    return new ParticipantView(
        person.accountId(),
        person.username(),
        person.role(),
        person.isGuest(),
        person.guestId(),
        joinedAt,
        lastReadAt,
        lastReadSeq);
  }
}
