package io.parley.delivery.socket;

import io.parley.delivery.fanout.TypingBoard;
import io.parley.delivery.session.Closing;
import io.parley.delivery.session.SocketSessions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The clock of all sockets while the server runs, and their end when it stops: before the web
/// server does, each is closed with [Closing#RESTART], and what they leave behind is seen to,
/// bounded.
@Component
final class SocketLife implements SmartLifecycle {
  /// Stops before the web server begins to stop.
  private static final int PHASE = Integer.MAX_VALUE - 512;

  private static final long TICK_MS = 250;
  private static final Logger log = LoggerFactory.getLogger(SocketLife.class);
  private static final Duration GOODBYE = Duration.ofSeconds(2);

  private final List<SocketHandler<?>> handlers;
  private final List<SocketSessions> sessions;
  private final TypingBoard typing;
  private @Nullable ScheduledExecutorService ticks;

  SocketLife(List<SocketHandler<?>> handlers, List<SocketSessions> sessions, TypingBoard typing) {
    this.handlers = handlers;
    this.sessions = sessions;
    this.typing = typing;
  }

  @Override
  public void start() {
    handlers.forEach(handler -> handler.stopping(false));
    var clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("parley-ticks").factory());
    var _ = clock.scheduleAtFixedRate(this::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
    ticks = clock;
  }

  private void tick() {
    try {
      var now = Instant.now();
      typing.tick(now);
      sessions.forEach(all -> all.tick(now));
    } catch (RuntimeException e) {
      log.error("A tick failed", e);
    }
  }

  @Override
  public void stop() {
    if (ticks != null) {
      ticks.shutdownNow();
      ticks = null;
    }
    handlers.forEach(handler -> handler.stopping(true));
    sessions.forEach(all -> all.closeAll(Closing.RESTART));
    awaitGoodbyes();
  }

  private void awaitGoodbyes() {
    long deadline = System.nanoTime() + GOODBYE.toNanos();
    try {
      while (isUnfinished() && System.nanoTime() < deadline) {
        Thread.sleep(10);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isUnfinished() {
    return sessions.stream().anyMatch(all -> all.unfinished() > 0);
  }

  @Override
  public boolean isRunning() {
    return ticks != null;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
