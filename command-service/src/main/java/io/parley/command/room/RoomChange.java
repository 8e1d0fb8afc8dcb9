package io.parley.command.room;

import io.parley.command.aggregate.Moment;
import io.parley.schemas.Person;
import io.parley.schemas.view.MessageView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes a conversation's next state from its last one, naming only what is new.
final class RoomChange {
  private final Conversation before;
  private final Moment moment;
  private final List<Participant> participants;
  private boolean archived;
  private int openReports;
  private @Nullable MessageView lastMessage;
  private RecentMessages recent;
  private Reading reading;
  private @Nullable Instant waitingSince;
  private Instant updatedAt;

  RoomChange(Conversation before, Moment moment) {
    this.before = before;
    this.moment = moment;
    this.participants = new ArrayList<>(before.participants());
    this.archived = before.archived();
    this.openReports = before.openReports();
    this.lastMessage = before.lastMessage();
    this.recent = before.recent();
    this.reading = before.reading();
    this.waitingSince = before.waitingSince();
    this.updatedAt = before.updatedAt();
  }

  /// This person acted: is in the room from now on, under the newest name.
  RoomChange seenBy(Person person) {
    return put(person, null, 0);
  }

  RoomChange readBy(Person person, long upToSeq) {
    return put(person, moment.time(), upToSeq);
  }

  private RoomChange put(Person person, @Nullable Instant readAt, long readSeq) {
    for (int i = 0; i < participants.size(); i++) {
      var known = participants.get(i);
      if (known.person().key().equals(person.key())) {
        participants.set(
            i,
            new Participant(
                person,
                known.joinedAt(),
                readAt == null ? known.lastReadAt() : readAt,
                Math.max(readSeq, known.lastReadSeq())));
        return this;
      }
    }
    participants.add(new Participant(person, moment.time(), readAt, readSeq));
    return this;
  }

  /// In a room that is put away nobody waits any more.
  RoomChange archived(boolean value) {
    archived = value;
    return value ? waitingSince(null) : this;
  }

  RoomChange waitingSince(@Nullable Instant value) {
    waitingSince = value;
    return this;
  }

  RoomChange openReports(int value) {
    openReports = value;
    return this;
  }

  RoomChange lastMessage(MessageView value) {
    lastMessage = value;
    return this;
  }

  RoomChange recent(RecentMessages value) {
    recent = value;
    return this;
  }

  RoomChange reading(Reading value) {
    reading = value;
    return this;
  }

  /// There is news to show in lists.
  RoomChange updated() {
    updatedAt = moment.time();
    return this;
  }

  Conversation done() {
    return new Conversation(
        before.roomId(),
        before.kind(),
        before.vendorId(),
        before.product(),
        List.copyOf(participants),
        archived,
        openReports,
        lastMessage,
        recent.at(moment.time(), reading),
        reading,
        waitingSince,
        moment.sequence(),
        before.createdAt(),
        updatedAt);
  }
}
