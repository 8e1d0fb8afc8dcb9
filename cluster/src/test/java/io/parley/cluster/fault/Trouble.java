package io.parley.cluster.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// What clients have seen that they should not have, and what they have seen that they need not
/// have: the first is wrong, the second is counted.
final class Trouble {
  private static final int ENOUGH = 50;

  private final List<String> wrong = new ArrayList<>();
  private final AtomicLong repeated = new AtomicLong();
  private final AtomicLong early = new AtomicLong();
  private final AtomicLong resyncs = new AtomicLong();
  private final AtomicLong reconnects = new AtomicLong();

  synchronized void add(String what) {
    if (wrong.size() < ENOUGH) {
      wrong.add(what);
    }
  }

  synchronized List<String> wrong() {
    return List.copyOf(wrong);
  }

  /// A frame that was dropped because of its `seq`.
  void repeated() {
    repeated.incrementAndGet();
  }

  /// The answer to a repeated send that came before an older frame of its room.
  void early() {
    early.incrementAndGet();
  }

  void resync() {
    resyncs.incrementAndGet();
  }

  void reconnect() {
    reconnects.incrementAndGet();
  }

  long reconnects() {
    return reconnects.get();
  }

  @Override
  public String toString() {
    return "%d reconnects, %d frames dropped by seq, %d early answers, %d resyncs"
        .formatted(reconnects.get(), repeated.get(), early.get(), resyncs.get());
  }
}
