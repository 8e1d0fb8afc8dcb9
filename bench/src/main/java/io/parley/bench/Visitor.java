package io.parley.bench;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// One socket in a public room: counts its frames and notes how long each message was on its way.
final class Visitor implements WebSocket.Listener {
  private static final String SENT_AT = "sent at ";

  private final StringBuilder frame = new StringBuilder();
  private final String name;
  private final Samples delivered;
  private final AtomicLong lists = new AtomicLong();
  private final AtomicLong listLength = new AtomicLong();
  private final AtomicLong systems = new AtomicLong();
  private volatile int sees;
  private volatile @Nullable WebSocket socket;
  private CompletableFuture<?> lastSend = CompletableFuture.completedFuture(null);

  Visitor(String name, Samples delivered) {
    this.name = name;
    this.delivered = delivered;
  }

  CompletableFuture<?> connect(Api api, String room) {
    return api.visit(room, name, this).thenAccept(open -> socket = open);
  }

  /// How many visitors the last list had.
  int sees() {
    return sees;
  }

  long lists() {
    return lists.get();
  }

  long listLength() {
    return listLength.get();
  }

  long systems() {
    return systems.get();
  }

  /// Sends a message that carries the time at which it should have been sent.
  void write(long sentAt) {
    var open = socket;
    if (open != null) {
      String text = "{\"type\":\"message\",\"content\":\"হ্যালো সবাই! " + SENT_AT + sentAt + ".\"}";
      lastSend = lastSend.thenCompose(_ -> open.sendText(text, true));
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
    if (text.startsWith("{\"type\":\"user_list\"")) {
      lists.incrementAndGet();
      listLength.addAndGet(text.length());
      sees = occurrences(text, "\"joined_at\"");
    } else if (text.startsWith("{\"type\":\"system\"")) {
      systems.incrementAndGet();
    } else if (text.startsWith("{\"type\":\"message\"")) {
      delivered.add(now - number(text));
    }
  }

  private static int occurrences(String text, String part) {
    int count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
      count++;
    }
    return count;
  }

  private static long number(String text) {
    int from = text.indexOf(SENT_AT) + SENT_AT.length();
    return Long.parseLong(text.substring(from, text.indexOf('.', from)));
  }
}
