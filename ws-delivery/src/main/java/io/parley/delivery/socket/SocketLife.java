package io.parley.delivery.socket;

import io.parley.delivery.DeliveryProperties;
import io.parley.delivery.fanout.TypingBoard;
import io.parley.delivery.session.Closing;
import io.parley.delivery.session.SocketSession;
import io.parley.delivery.session.SocketSessions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The clock of all sockets while the server runs, and their end when it stops, before the web
/// server does: nobody comes in any more, and all who are in are told to come back elsewhere with
/// [Closing#RESTART], one after the other, each once its commands under way are answered. What
/// they leave behind is seen to, bounded.
@Component
final class SocketLife implements SmartLifecycle {
  /// Stops before the web server begins to stop.
  private static final int PHASE = Integer.MAX_VALUE - 512;

  private static final long TICK_MS = 250;
  private static final Logger log = LoggerFactory.getLogger(SocketLife.class);

  private final List<SocketHandler<?>> handlers;
  private final List<SocketSessions> sessions;
  private final TypingBoard typing;
  private final Door door;
  private final DeliveryProperties.Goodbye bounds;
  private @Nullable ScheduledExecutorService ticks;

  SocketLife(
      List<SocketHandler<?>> handlers,
      List<SocketSessions> sessions,
      TypingBoard typing,
      Door door,
      DeliveryProperties properties) {
    this.handlers = handlers;
    this.sessions = sessions;
    this.typing = typing;
    this.door = door;
    this.bounds = properties.goodbye();
  }

  @Override
  public void start() {
    door.open();
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
    door.close();
    handlers.forEach(handler -> handler.stopping(true));
    try {
      sayGoodbye();
      await(bounds.answersWithin(), SocketSessions::open);
      sessions.forEach(some -> some.all().forEach(session -> session.close(Closing.RESTART)));
      await(bounds.leavesWithin(), SocketSessions::unfinished);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (ticks != null) {
      ticks.shutdownNow();
      ticks = null;
    }
  }

  /// In any order, at an even pace.
  private void sayGoodbye() throws InterruptedException {
    var all = new ArrayList<SocketSession>();
    sessions.forEach(some -> all.addAll(some.all()));
    Collections.shuffle(all);
    long start = System.nanoTime();
    long pause = pauseNanos(all.size(), bounds);
    for (int i = 0; i < all.size(); i++) {
      long early = start + i * pause - System.nanoTime();
      if (early > TimeUnit.MILLISECONDS.toNanos(1)) {
        TimeUnit.NANOSECONDS.sleep(early);
      }
      all.get(i).retire(Closing.RESTART);
    }
    log.info("{} sockets were told to come back elsewhere", all.size());
  }

  /// Between two of that many.
  static long pauseNanos(int sockets, DeliveryProperties.Goodbye bounds) {
    long calm = TimeUnit.SECONDS.toNanos(1) / Math.max(1, bounds.perSecond());
    return Math.min(calm, bounds.within().toNanos() / Math.max(1, sockets));
  }

  private void await(Duration atMost, ToIntFunction<SocketSessions> left)
      throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (sessions.stream().mapToInt(left).sum() > 0 && System.nanoTime() < deadline) {
      Thread.sleep(10);
    }
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
