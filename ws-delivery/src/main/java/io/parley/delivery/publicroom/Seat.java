package io.parley.delivery.publicroom;

import io.parley.delivery.frame.Outgoing;
import io.parley.delivery.session.Closing;
import io.parley.delivery.session.Outlet;
import io.parley.edge.publicchat.Language;
import io.parley.schemas.Visitor;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One socket's place in a room: every event once and in order, from its own join on.
///
/// It begins by holding what comes, because its join is answered by another way than events come.
/// All but [#visitor()] belongs to the lock of its room.
final class Seat {
  private enum Phase {
    HOLDING,
    LIVE,
    ENDED
  }

  private final Outlet outlet;
  private final Language language;
  private final int heldAtMost;
  private final Runnable ejected;
  private final ArrayDeque<EventFrames> held = new ArrayDeque<>();
  private Phase phase = Phase.HOLDING;
  private boolean overflowed;
  private long last;
  private long joinSeq;
  private long listShown;
  private @Nullable UUID connection;
  private volatile Visitor visitor;

  /// `ejected` is run, and may not block, when an event says that this socket is not in the room
  /// any more.
  Seat(Outlet outlet, Visitor visitor, Language language, int heldAtMost, Runnable ejected) {
    this.outlet = outlet;
    this.visitor = visitor;
    this.language = language;
    this.heldAtMost = heldAtMost;
    this.ejected = ejected;
  }

  /// Whose socket it is, under its newest name.
  Visitor visitor() {
    return visitor;
  }

  /// It is called so from now on.
  void visitor(Visitor now) {
    visitor = now;
  }

  /// The connection by which it is in, or about to be.
  void connection(UUID id) {
    connection = id;
  }

  /// This connection is not in any more.
  void closed(UUID id) {
    if (id.equals(connection) && phase != Phase.ENDED) {
      ejected.run();
    }
  }

  /// The room was opened anew: whoever was in before is not.
  void reopened(long seq) {
    if (phase == Phase.LIVE && joinSeq < seq) {
      ejected.run();
    }
  }

  void event(EventFrames frames) {
    switch (phase) {
      case HOLDING -> hold(frames);
      case LIVE -> deliver(frames);
      case ENDED -> {}
    }
  }

  private void hold(EventFrames frames) {
    if (held.size() >= heldAtMost) {
      held.clear();
      overflowed = true;
    }
    held.add(frames);
  }

  private void deliver(EventFrames frames) {
    if (frames.seq() > last) {
      last = frames.seq();
      frames.in(language).ifPresent(outlet::send);
    }
  }

  /// It came in with this event: that one and all later ones are for it.
  void joined(long seq, Instant now) {
    joinSeq = seq;
    if (phase != Phase.HOLDING) {
      return;
    }
    phase = Phase.LIVE;
    last = seq - 1;
    if (overflowed && held.getFirst().seq() > seq) {
      last = held.getFirst().seq() - 1;
      outlet.send(Frames.resync(last, now));
    }
    held.forEach(this::deliver);
    held.clear();
  }

  /// Whether this version of the user list may be shown to it: after its own join, and once.
  boolean lacksList(long version) {
    return phase == Phase.LIVE && last >= joinSeq && listShown < version;
  }

  /// Whether it holds what comes, until it is in.
  boolean isHolding() {
    return phase == Phase.HOLDING;
  }

  void list(long version, Outgoing frame) {
    listShown = version;
    outlet.send(frame);
  }

  /// Something without a sequence, as typing.
  void show(Outgoing frame) {
    if (phase == Phase.LIVE) {
      outlet.send(frame);
    }
  }

  void close(Closing reason) {
    outlet.close(reason);
  }

  /// Nothing is sent any more.
  void end() {
    phase = Phase.ENDED;
    held.clear();
  }
}
