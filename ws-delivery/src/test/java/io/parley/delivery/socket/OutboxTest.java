package io.parley.delivery.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parley.delivery.frame.Outgoing;
import io.parley.delivery.session.Bounds;
import io.parley.delivery.session.Closing;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private static final Map<String, Object> BOUNDS =
      Map.of("outbox.max-frames", 4, "outbox.max-bytes", 100, "outbox.batch-frames", 3);

  private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
  private final AtomicInteger closed = new AtomicInteger();
  private final TestWire wire = new TestWire();
  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final Outbox outbox =
      new Outbox(
          wire,
          Bounds.with(BOUNDS).outbox(),
          tasks::add,
          closed::incrementAndGet,
          new SocketMeters(registry));

  private void whenSent(String... frames) {
    for (String frame : frames) {
      outbox.send(new Outgoing(frame, frame.length()));
    }
  }

  private void whenRun() {
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
  }

  @Test
  void whatWaitsTogetherIsWrittenTogether() {
    whenSent("a", "b", "c", "d");
    whenRun();
    whenSent("e");
    whenRun();
    assertThat(wire.done).containsExactly("a b c", "d", "e");
  }

  @Test
  void whoIsToGoGoesOnceItsCommandsAreAnswered() {
    outbox.awaitAnswer();
    outbox.awaitAnswer();
    outbox.closeOnceAnswered(Closing.RESTART);
    outbox.answered();
    whenSent("the answer");
    outbox.answered();
    whenSent("too late");
    whenRun();
    assertThat(wire.done).containsExactly("the answer", "RESTART");
    assertThat(registry.get("parley.frames.sent").counter().count()).isEqualTo(1);
    assertThat(registry.get("parley.sockets.closed").tag("code", "1012").counter().count())
        .isEqualTo(1);
  }

  @Test
  void whoWaitsForNothingGoesAtOnce() {
    whenSent("a");
    outbox.closeOnceAnswered(Closing.RESTART);
    whenRun();
    assertThat(wire.done).containsExactly("a", "RESTART");
  }

  @Test
  void oneThreadIsEnough() {
    whenSent("a", "b");
    outbox.ping();
    assertThat(tasks).hasSize(1);
    whenRun();
    assertThat(wire.done).containsExactly("ping a b");
  }

  @Test
  void tooManyFramesCloseTheSocketAtOnce() {
    whenSent("a", "b", "c", "d", "e", "f");
    whenRun();
    assertThat(wire.done).containsExactly("TOO_SLOW");
    assertThat(closed).hasValue(1);
  }

  @Test
  void tooManyBytesCloseTheSocketAtOnce() {
    whenSent("x".repeat(60), "x".repeat(41));
    whenRun();
    assertThat(wire.done).containsExactly("TOO_SLOW");
  }

  @Test
  void whatWaitsIsWrittenBeforeTheEnd() {
    whenSent("a", "b");
    outbox.close(Closing.RESTART);
    outbox.close(Closing.SILENT);
    whenSent("c");
    outbox.ping();
    whenRun();
    assertThat(wire.done).containsExactly("a b", "RESTART");
    assertThat(closed).hasValue(1);
  }

  @Test
  void aFailedWriteIsTheEnd() {
    wire.failing.set(true);
    whenSent("a");
    whenRun();
    whenSent("b");
    whenRun();
    assertThat(wire.done).containsExactly("abort");
    assertThat(closed).hasValue(1);
  }

  @Test
  void afterTheConnectionHasGoneNothingIsWritten() {
    whenSent("a");
    outbox.gone();
    outbox.close(Closing.RESTART);
    whenRun();
    assertThat(wire.done).isEmpty();
    assertThat(closed).hasValue(1);
    assertThat(outbox.awaitRoom()).isFalse();
  }

  @Test
  void aStuckWriteHoldsUpNobody() {
    var stuck = new CountDownLatch(1);
    wire.stuck = stuck;
    var threads =
        new Outbox(
            wire,
            Bounds.with(BOUNDS).outbox(),
            task -> Thread.ofVirtual().start(task),
            closed::incrementAndGet,
            new SocketMeters(registry));
    threads.send(new Outgoing("x", 1));
    await().until(() -> wire.begun);
    for (int i = 0; i < 10; i++) {
      threads.send(new Outgoing("x", 1));
    }
    await().untilAtomic(closed, org.hamcrest.Matchers.is(1));
    assertThat(wire.done).doesNotContain("TOO_SLOW");
    stuck.countDown();
    await().until(() -> wire.done.contains("TOO_SLOW"));
  }

  @Test
  void whoReadsFromTheClientWaitsUntilTheClientHasRead() {
    var stuck = new CountDownLatch(1);
    wire.stuck = stuck;
    var threads =
        new Outbox(
            wire,
            Bounds.with(BOUNDS).outbox(),
            task -> Thread.ofVirtual().start(task),
            closed::incrementAndGet,
            new SocketMeters(registry));
    for (int i = 0; i < 4; i++) {
      threads.send(new Outgoing("x", 1));
    }
    var reader = Thread.ofPlatform().start(() -> assertThat(threads.awaitRoom()).isTrue());
    await().until(() -> reader.getState() == Thread.State.TIMED_WAITING);
    stuck.countDown();
    await().until(() -> !reader.isAlive());
    assertThat(closed).hasValue(0);
  }

  /// Writes into a list, and blocks or fails when it is told to.
  private static final class TestWire implements Wire {
    final List<String> done = java.util.Collections.synchronizedList(new ArrayList<>());
    final AtomicBoolean failing = new AtomicBoolean();
    volatile boolean begun;
    volatile CountDownLatch stuck = new CountDownLatch(0);

    @Override
    public void write(List<Outgoing> frames, boolean ping) throws IOException {
      begun = true;
      try {
        if (failing.get() || !stuck.await(20, TimeUnit.SECONDS)) {
          throw new IOException("broken");
        }
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      String texts = String.join(" ", frames.stream().map(Outgoing::text).toList());
      done.add(ping ? "ping " + texts : texts);
    }

    @Override
    public void close(Closing reason) {
      done.add(reason.name());
    }

    @Override
    public void abort() {
      done.add("abort");
    }
  }
}
