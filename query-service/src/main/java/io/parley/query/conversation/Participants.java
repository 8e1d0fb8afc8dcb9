package io.parley.query.conversation;

import io.parley.schemas.Person;
import io.parley.schemas.view.ParticipantView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is in a room. Whoever acts in it for the first time joins it by that, and has the name and
/// the role of the last time.
final class Participants {
  private Participants() {}

  /// After somebody did something.
  static List<ParticipantView> with(List<ParticipantView> people, Person person, Instant at) {
    return put(people, person, at, null, 0);
  }

  /// After somebody has read up to a sequence.
  static List<ParticipantView> read(
      List<ParticipantView> people, Person reader, Instant at, long upToSeq) {
    return put(people, reader, at, at, upToSeq);
  }

  private static List<ParticipantView> put(
      List<ParticipantView> people, Person person, Instant at, @Nullable Instant readAt, long seq) {
    var changed = new ArrayList<>(people);
    for (int i = 0; i < changed.size(); i++) {
      if (key(changed.get(i)).equals(person.key())) {
        changed.set(i, after(changed.get(i), person, readAt, seq));
        return List.copyOf(changed);
      }
    }
    changed.add(view(person, at, readAt, seq));
    return List.copyOf(changed);
  }

  private static ParticipantView after(
      ParticipantView known, Person person, @Nullable Instant readAt, long seq) {
    return view(
        person,
        known.joinedAt(),
        readAt == null ? known.lastReadAt() : readAt,
        Math.max(seq, known.lastReadSeq()));
  }

  private static ParticipantView view(
      Person person, Instant joinedAt, @Nullable Instant readAt, long seq) {
    return new ParticipantView(
        person.accountId(),
        person.username(),
        person.role(),
        person.isGuest(),
        person.guestId(),
        joinedAt,
        readAt,
        seq);
  }

  /// What tells people apart.
  static String key(ParticipantView one) {
    return new Person(one.role(), one.userId(), one.guestId(), one.username()).key();
  }
}
