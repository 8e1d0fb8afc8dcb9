package io.parley.cluster.fault;

import io.parley.schemas.Json;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One connection of a client: hands in whole frames, sends one after the other, and says once
/// that it is over.
final class Wire implements WebSocket.Listener {
  private static final int WAITING_AT_MOST = 400;

  private final BiConsumer<Wire, JsonNode> take;
  private final Consumer<Wire> over;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicInteger waiting = new AtomicInteger();
  private final StringBuilder partial = new StringBuilder();
  private @Nullable WebSocket socket;
  private CompletableFuture<?> last = CompletableFuture.completedFuture(null);
  private volatile long heardAt = System.nanoTime();

  Wire(BiConsumer<Wire, JsonNode> take, Consumer<Wire> over) {
    this.take = take;
    this.over = over;
  }

  void open(Api api, Person person) {
    var _ =
        api.connect(person, this)
            .whenComplete(
                (opened, failure) -> {
                  if (failure != null) {
                    end();
                  }
                });
  }

  @Override
  public void onOpen(WebSocket opened) {
    synchronized (this) {
      socket = opened;
    }
    opened.request(1);
  }

  /// False when it is lost, for the connection is over or too much waits already.
  boolean send(String text) {
    synchronized (this) {
      var open = socket;
      if (open == null || ended.get() || waiting.get() > WAITING_AT_MOST) {
        return false;
      }
      waiting.incrementAndGet();
      last =
          last.thenCompose(_ -> open.sendText(text, true))
              .whenComplete((_, failure) -> sent(failure));
    }
    return true;
  }

  private void sent(@Nullable Throwable failure) {
    waiting.decrementAndGet();
    if (failure != null) {
      end();
    }
  }

  long heardAt() {
    return heardAt;
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
    partial.append(data);
    heardAt = System.nanoTime();
    if (isLast) {
      String text = partial.toString();
      partial.setLength(0);
      take.accept(this, Json.mapper().readTree(text));
    }
    from.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    end();
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    end();
  }

  /// Gives the connection up.
  void end() {
    WebSocket open;
    synchronized (this) {
      open = socket;
    }
    if (ended.compareAndSet(false, true)) {
      if (open != null) {
        open.abort();
      }
      over.accept(this);
    }
  }
}
