package io.parley.query.conversation;

import io.parley.schemas.Person;
import io.parley.schemas.view.ParticipantView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Who is in a room. Whoever acts in it for the first time joins it by that.
final class Participants {
  private Participants() {}

  static List<ParticipantView> with(List<ParticipantView> people, Person person, Instant at) {
    if (people.stream().anyMatch(one -> isSame(one, person))) {
      return people;
    }
    var more = new ArrayList<>(people);
    more.add(
        new ParticipantView(
            person.accountId(),
            person.username(),
            person.role(),
            person.isGuest(),
            person.guestId(),
            at,
            null,
            0));
    return List.copyOf(more);
  }

  static List<ParticipantView> read(
      List<ParticipantView> people, Person reader, long upToSeq, Instant at) {
    return people.stream().map(one -> isSame(one, reader) ? read(one, upToSeq, at) : one).toList();
  }

  static String key(ParticipantView one) {
    return new Person(one.role(), one.userId(), one.guestId(), one.username()).key();
  }

  private static boolean isSame(ParticipantView one, Person person) {
    return Objects.equals(one.userId(), person.accountId())
        && Objects.equals(one.guestId(), person.guestId());
  }

  private static ParticipantView read(ParticipantView one, long upToSeq, Instant at) {
    return new ParticipantView(
        one.userId(),
        one.username(),
        one.role(),
        one.guest(),
        one.guestId(),
        one.joinedAt(),
        at,
        upToSeq);
  }
}
