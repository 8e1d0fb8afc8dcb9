package io.parley.delivery.publicroom;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// What is to be done in a moment, on one thread; what is done may not block.
@Component
final class Later implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(Later.class);

  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("parley-later").factory());

  void after(Duration pause, Runnable work) {
    try {
      var _ = clock.schedule(loudly(work), pause.toNanos(), TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      log.debug("Stopped: nothing is done any more");
    }
  }

  void every(Duration pause, Runnable work) {
    var _ = clock.scheduleAtFixedRate(loudly(work), 0, pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  private static Runnable loudly(Runnable work) {
    return () -> {
      try {
        work.run();
      } catch (RuntimeException e) {
        log.error("Something was not done", e);
      }
    };
  }

  @Override
  public void destroy() {
    clock.shutdownNow();
  }
}
