package io.parley.delivery.session;

import io.parley.delivery.frame.Outgoing;
import io.parley.schemas.frame.ServerFrame;
import java.util.ArrayDeque;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One socket's view of one room: every event once, in order, whatever comes in twice or while
/// the history is still being fetched.
///
/// It begins by holding live frames. [#goLive(long)] says up to where the client has been served
/// by other means; from then on a frame whose sequence is not above the last one is dropped, and
/// a gap is a loud error after which the client is told to reload.
public final class Subscription {
  private static final Logger log = LoggerFactory.getLogger(Subscription.class);

  private enum Phase {
    HOLDING,
    LIVE,
    ENDED
  }

  private record Held(long seq, Outgoing frame) {}

  private final UUID room;
  private final String person;
  private final Outlet outlet;
  private final int heldAtMost;
  private final ArrayDeque<Held> held = new ArrayDeque<>();
  private final ArrayDeque<Held> answers = new ArrayDeque<>();
  private Phase phase = Phase.HOLDING;
  private boolean overflowed;
  private long newest;
  private long last;

  Subscription(UUID room, String person, Outlet outlet, int heldAtMost) {
    this.room = room;
    this.person = person;
    this.outlet = outlet;
    this.heldAtMost = heldAtMost;
  }

  /// The room.
  public UUID room() {
    return room;
  }

  /// The key of whose socket it is, as `account:42`.
  public String person() {
    return person;
  }

  /// An event of the room has gone by.
  public synchronized void live(long seq, Outgoing frame) {
    switch (phase) {
      case HOLDING -> hold(seq, frame);
      case LIVE -> deliver(seq, frame);
      case ENDED -> {}
    }
  }

  /// The answer to a repeated command: what it made is this event, perhaps of long ago. It does
  /// not overtake older events of the room; an event that is yet to be shown is its own answer.
  synchronized void answer(long seq, Outgoing frame) {
    switch (phase) {
      case HOLDING -> {
        if (answers.size() < heldAtMost) {
          answers.add(new Held(seq, frame));
        } else {
          outlet.send(frame);
        }
      }
      case LIVE -> answerShown(seq, frame);
      case ENDED -> outlet.send(frame);
    }
  }

  private void answerShown(long seq, Outgoing frame) {
    if (seq <= last) {
      outlet.send(frame);
    }
  }

  /// Something without a sequence, as typing: nothing to catch up with.
  public synchronized void show(Outgoing frame) {
    if (phase == Phase.LIVE) {
      outlet.send(frame);
    }
  }

  /// Holds live frames from now on, and says up to where the client has been served.
  synchronized long holdAgain() {
    if (phase == Phase.LIVE) {
      phase = Phase.HOLDING;
      newest = last;
    }
    return last;
  }

  /// The client has everything up to `served`: what was held after it follows, then what is live.
  synchronized void goLive(long served) {
    if (phase == Phase.ENDED) {
      return;
    }
    phase = Phase.LIVE;
    last = served;
    if (overflowed && newest > last) {
      resync(newest);
      last = newest;
    }
    held.forEach(h -> deliver(h.seq, h.frame));
    held.clear();
    overflowed = false;
    answers.forEach(answer -> answerShown(answer.seq, answer.frame));
    answers.clear();
  }

  /// Nothing is sent any more.
  synchronized void end() {
    phase = Phase.ENDED;
    held.clear();
    answers.forEach(answer -> outlet.send(answer.frame));
    answers.clear();
  }

  private void hold(long seq, Outgoing frame) {
    if (seq <= newest) {
      return;
    }
    newest = seq;
    if (overflowed) {
      return;
    }
    if (held.size() >= heldAtMost) {
      held.clear();
      overflowed = true;
      return;
    }
    held.add(new Held(seq, frame));
  }

  private void deliver(long seq, Outgoing frame) {
    if (seq <= last) {
      return;
    }
    if (seq != last + 1) {
      log.error("Gap in room {}: event {} came after event {}", room, seq, last);
      resync(seq - 1);
    }
    last = seq;
    outlet.send(frame);
  }

  private void resync(long seq) {
    outlet.send(Outgoing.of(new ServerFrame.Resync(room, seq)));
  }
}
