package io.parley.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.standalone.client.VisitorSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/// Visitors who talk on and on, each one message after the other: the next one once everybody has
/// been shown the last one.
final class Talk implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Collection<VisitorSocket> visitors;
  private final AtomicInteger shown = new AtomicInteger();
  private final List<CompletableFuture<Void>> talking = new ArrayList<>();
  private volatile boolean over;

  Talk(Collection<VisitorSocket> visitors) {
    this.visitors = visitors;
    for (var visitor : visitors) {
      int who = talking.size();
      talking.add(
          CompletableFuture.runAsync(
              () -> talk(visitor, who), task -> Thread.ofVirtual().start(task)));
    }
  }

  private void talk(VisitorSocket visitor, int who) {
    for (int i = 1; !over; i++) {
      String message = "বার্তা " + who + "." + i;
      visitor.write(message);
      for (var listener : visitors) {
        listener.await("message", frame -> frame.path("message").asString().equals(message));
      }
      shown.incrementAndGet();
    }
  }

  /// Until so many more messages have been shown to everybody.
  void awaitMore(int messages) {
    int enough = shown.get() + messages;
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(shown.get()).isGreaterThanOrEqualTo(enough));
  }

  /// They finish what they have begun; fails when a message was not shown to everybody.
  @Override
  public void close() {
    over = true;
    CompletableFuture.allOf(talking.toArray(CompletableFuture[]::new)).join();
  }
}
