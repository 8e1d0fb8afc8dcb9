package io.parley.delivery.socket;

import io.parley.delivery.DeliveryProperties;
import io.parley.delivery.frame.Outgoing;
import io.parley.delivery.session.Closing;
import io.parley.delivery.session.Outlet;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The bounded queue of one socket, written out by a thread that exists only while something
/// waits.
///
/// Whoever sends never waits for the network. When the queue is full, what waits is thrown away
/// and the socket is closed. `onClose` is run once, on a thread of its own, as soon as the end is
/// decided.
final class Outbox implements Outlet {
  private static final Logger log = LoggerFactory.getLogger(Outbox.class);

  private final Wire wire;
  private final DeliveryProperties.Outbox bounds;
  private final Executor threads;
  private final Runnable onClose;
  private final SocketMeters meters;

  private final Object lock = new Object();
  private final ArrayDeque<Outgoing> waiting = new ArrayDeque<>();
  private int frames;
  private int bytes;
  private boolean pingDue;
  private boolean draining;
  private boolean over;
  private int answersDue;
  private @Nullable Closing closing;
  private @Nullable Closing closingOnceAnswered;

  private sealed interface Work {
    record Write(List<Outgoing> frames, boolean ping) implements Work {}

    record Close(Closing reason) implements Work {}
  }

  Outbox(
      Wire wire,
      DeliveryProperties.Outbox bounds,
      Executor threads,
      Runnable onClose,
      SocketMeters meters) {
    this.wire = wire;
    this.bounds = bounds;
    this.threads = threads;
    this.onClose = onClose;
    this.meters = meters;
  }

  @Override
  public void send(Outgoing frame) {
    synchronized (lock) {
      if (over) {
        return;
      }
      if (frames >= bounds.maxFrames() || bytes + frame.bytes() > bounds.maxBytes()) {
        discard();
        end(Closing.TOO_SLOW);
      } else {
        waiting.add(frame);
        frames++;
        bytes += frame.bytes();
        drainLater();
      }
    }
  }

  @Override
  public void ping() {
    synchronized (lock) {
      if (!over) {
        pingDue = true;
        drainLater();
      }
    }
  }

  @Override
  public void close(Closing reason) {
    synchronized (lock) {
      if (!over) {
        end(reason);
      }
    }
  }

  @Override
  public void awaitAnswer() {
    synchronized (lock) {
      answersDue++;
    }
  }

  @Override
  public void answered() {
    synchronized (lock) {
      answersDue--;
      if (!over && answersDue == 0 && closingOnceAnswered != null) {
        end(closingOnceAnswered);
      }
    }
  }

  @Override
  public void closeOnceAnswered(Closing reason) {
    synchronized (lock) {
      if (!over && answersDue == 0) {
        end(reason);
      } else {
        closingOnceAnswered = reason;
      }
    }
  }

  /// The connection has ended without us.
  void gone() {
    synchronized (lock) {
      discard();
      if (!over) {
        end(null);
      }
    }
  }

  @Override
  public boolean awaitRoom() {
    long deadline = System.nanoTime() + bounds.writeTimeout().toNanos();
    synchronized (lock) {
      try {
        while (!over && isHalfFull()) {
          long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
          if (left > 0) {
            lock.wait(left);
          } else {
            discard();
            end(Closing.TOO_SLOW);
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
      return !over;
    }
  }

  private boolean isHalfFull() {
    return frames > bounds.maxFrames() / 2 || bytes > bounds.maxBytes() / 2;
  }

  private void end(@Nullable Closing reason) {
    over = true;
    closing = reason;
    lock.notifyAll();
    threads.execute(onClose);
    if (reason != null) {
      meters.closed(reason.code());
      drainLater();
    } else {
      meters.closedByClient();
    }
  }

  private void discard() {
    waiting.clear();
    frames = 0;
    bytes = 0;
    pingDue = false;
  }

  private void drainLater() {
    if (!draining) {
      draining = true;
      threads.execute(this::drain);
    }
  }

  private void drain() {
    try {
      for (Work work = next(); work != null; work = next()) {
        switch (work) {
          case Work.Write write -> {
            wire.write(write.frames, write.ping);
            written(write.frames);
          }
          case Work.Close close -> wire.close(close.reason);
        }
      }
    } catch (IOException | RuntimeException e) {
      log.debug("A socket could not be written to: {}", e.toString());
      gone();
      wire.abort();
    }
  }

  /// What is to be done next, or null when this thread is not needed any more.
  private @Nullable Work next() {
    synchronized (lock) {
      if (waiting.isEmpty() && !pingDue) {
        var reason = closing;
        closing = null;
        draining = reason != null;
        return reason == null ? null : new Work.Close(reason);
      }
      var batch = new ArrayList<Outgoing>(Math.min(waiting.size(), bounds.batchFrames()));
      while (batch.size() < bounds.batchFrames() && !waiting.isEmpty()) {
        batch.add(waiting.remove());
      }
      boolean ping = pingDue;
      pingDue = false;
      return new Work.Write(batch, ping);
    }
  }

  /// What is being written still counts as waiting.
  private void written(List<Outgoing> batch) {
    meters.sent(batch.size());
    synchronized (lock) {
      frames = Math.max(0, frames - batch.size());
      for (var frame : batch) {
        bytes = Math.max(0, bytes - frame.bytes());
      }
      lock.notifyAll();
    }
  }
}
