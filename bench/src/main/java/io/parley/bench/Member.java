package io.parley.bench;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// One socket in one room: notes how long each message was on its way and whether the room's
/// events came one after the other.
final class Member implements WebSocket.Listener {
  private static final String SENT_AT = "sent at ";

  private final StringBuilder frame = new StringBuilder();
  private final Samples delivered;
  private final Samples answered;
  private final AtomicLong outOfOrder;
  private final AtomicLong errors;
  private final CompletableFuture<Long> joined = new CompletableFuture<>();
  private long seq;
  private long pingedAt;
  private @Nullable WebSocket socket;
  private CompletableFuture<?> lastSend = CompletableFuture.completedFuture(null);

  Member(Samples delivered, Samples answered, AtomicLong outOfOrder, AtomicLong errors) {
    this.delivered = delivered;
    this.answered = answered;
    this.outOfOrder = outOfOrder;
    this.errors = errors;
  }

  void connect(Api api, String token, String roomId) {
    socket = api.socket(token, this);
    send("{\"type\":\"join_room\",\"room_id\":\"" + roomId + "\"}");
    seq = joined.join();
  }

  /// Sends a message that carries the time at which it should have been sent.
  void write(String roomId, long sentAt) {
    send(
        "{\"type\":\"send_message\",\"room_id\":\""
            + roomId
            + "\",\"content\":\"سلام، این پیام برای سنجش است. "
            + SENT_AT
            + sentAt
            + " \"}");
  }

  void ping() {
    pingedAt = System.nanoTime();
    send("{\"type\":\"ping\"}");
  }

  private void send(String text) {
    var open = socket;
    if (open != null) {
      lastSend = lastSend.thenCompose(_ -> open.sendText(text, true));
    }
  }

  void close() {
    if (socket != null) {
      socket.abort();
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    long now = System.nanoTime();
    frame.append(part);
    if (last) {
      take(frame.toString(), now);
      frame.setLength(0);
    }
    from.request(1);
    return null;
  }

  private void take(String text, long now) {
    if (text.startsWith("{\"type\":\"joined\"")) {
      joined.complete(number(text, "\"seq\":"));
    } else if (text.startsWith("{\"type\":\"pong\"")) {
      answered.add(now - pingedAt);
    } else if (text.startsWith("{\"type\":\"message\"")) {
      long next = number(text, "\"seq\":");
      if (next != ++seq) {
        outOfOrder.incrementAndGet();
        seq = next;
      }
      delivered.add(now - number(text, SENT_AT));
    } else if (text.startsWith("{\"type\":\"error\"")) {
      errors.incrementAndGet();
    }
  }

  private static long number(String text, String after) {
    int from = text.indexOf(after) + after.length();
    int to = from;
    while (to < text.length() && Character.isDigit(text.charAt(to))) {
      to++;
    }
    return Long.parseLong(text.substring(from, to));
  }
}
