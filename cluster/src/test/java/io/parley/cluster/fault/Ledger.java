package io.parley.cluster.fault;

import io.parley.cluster.fault.Send.Accepted;
import io.parley.cluster.fault.Send.Told;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// Every send of a run, and when rooms were answered.
final class Ledger {
  private final Map<UUID, Send> unanswered = new ConcurrentHashMap<>();
  private final java.util.Queue<Send> all = new java.util.concurrent.ConcurrentLinkedQueue<>();
  private final AtomicLong accepted = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final Gaps answers = new Gaps();

  Send open(UUID room, UUID id, String text, boolean mayBeAccepted) {
    var send = new Send(room, id, text, mayBeAccepted, System.nanoTime());
    all.add(send);
    unanswered.put(id, send);
    return send;
  }

  /// Somebody was told what became of a send.
  void tell(Send send, Told told) {
    long now = System.nanoTime();
    if (send.tell(told, now)) {
      unanswered.remove(send.id(), send);
      if (told instanceof Accepted) {
        accepted.incrementAndGet();
        answers.beat(send.room(), now);
      } else {
        refused.incrementAndGet();
      }
    }
  }

  Collection<Send> all() {
    return all;
  }

  int unanswered() {
    return unanswered.size();
  }

  /// How long the one that waits longest has waited, in nanoseconds.
  long longestWait() {
    long now = System.nanoTime();
    return unanswered.values().stream().mapToLong(send -> now - send.since()).max().orElse(0);
  }

  long accepted() {
    return accepted.get();
  }

  long refused() {
    return refused.get();
  }

  /// When each room had a send accepted.
  Gaps answers() {
    return answers;
  }
}
