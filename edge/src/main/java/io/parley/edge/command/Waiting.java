package io.parley.edge.command;

import io.parley.schemas.reply.Reply;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Who waits here for the outcome of a command: at most a bounded number.
final class Waiting {
  private final String node = UUID.randomUUID().toString();
  private final int limit;
  private final AtomicLong next = new AtomicLong();
  private final Map<String, CompletableFuture<Reply>> replies = new ConcurrentHashMap<>();

  Waiting(int limit) {
    this.limit = limit;
  }

  /// A place to wait at, given up when its reply is complete; null when all are taken.
  @Nullable Ticket enter() {
    if (replies.size() >= limit) {
      return null;
    }
    String id = node + "/" + next.incrementAndGet();
    var reply = new CompletableFuture<Reply>();
    replies.put(id, reply);
    var _ = reply.whenComplete((outcome, failure) -> replies.remove(id));
    return new Ticket(id, reply);
  }

  int size() {
    return replies.size();
  }

  /// Whether this is one of our places and nothing came for it yet.
  boolean isWaiting(String id) {
    return replies.containsKey(id);
  }

  /// Completes the place that has this id, if it is one of ours and still waiting.
  void complete(String id, Reply reply) {
    // before whoever waits goes on: it may want a place again at once
    var waiting = replies.remove(id);
    if (waiting != null) {
      waiting.complete(reply);
    }
  }

  void failAll(RuntimeException why) {
    replies.values().forEach(reply -> reply.completeExceptionally(why));
  }

  record Ticket(String id, CompletableFuture<Reply> reply) {}
}
