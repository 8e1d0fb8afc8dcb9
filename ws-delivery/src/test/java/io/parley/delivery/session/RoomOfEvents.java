package io.parley.delivery.session;

import io.parley.delivery.frame.Outgoing;
import io.parley.delivery.frame.RoomFrames;
import io.parley.edge.identity.Caller;
import io.parley.edge.problem.Problem;
import io.parley.schemas.Json;
import io.parley.schemas.LogPosition;
import io.parley.schemas.MarketplaceId;
import io.parley.schemas.MessageType;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import io.parley.schemas.Unread;
import io.parley.schemas.event.EventTypes;
import io.parley.schemas.event.RoomEvent.MessageSent;
import io.parley.schemas.view.RoomEventView;
import io.parley.schemas.view.RoomHistory;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// A room whose events are messages, number after number: as many are written, fewer have passed
/// the tail, and the archive knows at least those that it is asked for.
final class RoomOfEvents implements RoomArchive, LogPositions {
  static final UUID ROOM = UUID.fromString("00000000-0000-8000-8000-000000000001");
  private static final Instant TIME = Instant.parse("2026-11-22T10:15:30Z");
  private static final Person SENDER =
      Person.account(ParticipantRole.VENDOR, new MarketplaceId("7"), "user7");

  private final Subscriptions subscriptions;
  private long written;
  private long passed;
  private long archivedAhead;
  private int refusals;
  private @Nullable Problem failure;
  private Runnable meanwhile = () -> {};

  RoomOfEvents(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  /// That many more events are in the log, and the tail has not seen them.
  synchronized void write(long events) {
    written += events;
  }

  /// The tail takes up the next event, if there is one.
  void pass() {
    long seq;
    synchronized (this) {
      if (passed == written) {
        return;
      }
      seq = ++passed;
    }
    show(seq);
  }

  /// An event comes (again) out of the log.
  void show(long seq) {
    var frame = RoomFrames.of(seq, TIME, null, message(seq)).map(Outgoing::of).orElseThrow();
    subscriptions.of(ROOM).forEach(subscription -> subscription.live(seq, frame));
  }

  synchronized long written() {
    return written;
  }

  synchronized long hasPassed() {
    return passed;
  }

  /// What happens while the archive is asked.
  void meanwhile(Runnable happening) {
    meanwhile = happening;
  }

  /// The archive knows so many events that the tail has not seen.
  void archiveAheadBy(long events) {
    archivedAhead = events;
  }

  void refuseOnce(int times) {
    refusals = times;
  }

  void fail(@Nullable Problem problem) {
    failure = problem;
  }

  @Override
  public RoomHistory after(
      Caller caller, UUID room, long afterSeq, int limit, LogPosition position) {
    if (failure != null) {
      throw failure;
    }
    if (refusals > 0) {
      refusals--;
      throw Problem.notFound("room_not_found", "not yet");
    }
    long known = known(position);
    meanwhile.run();
    var page =
        LongStream.rangeClosed(afterSeq + 1, known)
            .limit(limit)
            .mapToObj(RoomOfEvents::view)
            .toList();
    long end = page.isEmpty() ? afterSeq : page.getLast().seq();
    return new RoomHistory(room, known, end < known, page);
  }

  private synchronized long known(LogPosition position) {
    return Math.min(written, Math.max(passed, position.offset() + 1) + archivedAhead);
  }

  private static RoomEventView view(long seq) {
    return new RoomEventView(
        seq,
        EventTypes.nameOf(MessageSent.class),
        TIME,
        null,
        Json.mapper().valueToTree(message(seq)));
  }

  private static MessageSent message(long seq) {
    return new MessageSent(
        ROOM, new UUID(0, seq), SENDER, "nr. " + seq, MessageType.TEXT, null, Unread.NONE);
  }

  @Override
  public boolean knows(Caller guest, LogPosition position) {
    return true;
  }

  @Override
  public synchronized LogPosition passed(UUID aggregate) {
    return new LogPosition(0, passed - 1);
  }

  @Override
  public synchronized LogPosition newest(UUID aggregate) {
    return new LogPosition(0, written - 1);
  }
}
