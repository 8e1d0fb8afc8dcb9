package io.parley.cluster.fault;

import io.parley.cluster.fault.ChatClient.Scene;
import io.parley.cluster.fault.Send.Accepted;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Everybody writes, so many messages in a second in all; some send what has to be refused.
final class Workload implements AutoCloseable {
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(10);
  private static final int LOOK_EVERY_MS = 500;
  private static final int ONE_READS_IN = 50;
  private static final int ONE_IS_WRONG_IN = 100;
  private static final int ONE_OVER_HTTP_IN = 50;
  private static final int REMEMBERED = 200;

  private final Api api;
  private final int rate;
  private final Random random;
  private final Ledger ledger = new Ledger();
  private final Trouble trouble = new Trouble();
  private final Gaps shown = new Gaps();
  private final Samples rejoins = new Samples();
  private final AtomicLong heldBack = new AtomicLong();
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(2, Thread.ofPlatform().daemon().factory());
  private final Scene scene;
  private final HttpSender http;
  private final List<ChatClient> clients = new ArrayList<>();
  private final Deque<Send> sent = new ArrayDeque<>();
  private final Thread pacer = Thread.ofPlatform().daemon().name("pacer").unstarted(this::pace);
  private volatile boolean over;
  private long number;

  Workload(Api api, String secret, int rooms, int rate, long seed) throws IOException {
    this.api = api;
    this.rate = rate;
    this.random = new Random(seed);
    this.scene = new Scene(api, ledger, trouble, shown, rejoins, timer);
    this.http = new HttpSender(api, ledger);
    People.of(api, secret, rooms)
        .rooms()
        .forEach((person, theirs) -> clients.add(new ChatClient(person, scene, theirs)));
  }

  /// Everybody connects.
  void connect() {
    clients.forEach(ChatClient::connect);
    var _ =
        timer.scheduleWithFixedDelay(
            () -> clients.forEach(ChatClient::look),
            LOOK_EVERY_MS,
            LOOK_EVERY_MS,
            TimeUnit.MILLISECONDS);
  }

  /// Messages in a second, all rooms together, if the machine carries as many.
  int rate() {
    return rate;
  }

  /// They begin to write.
  void start() {
    pacer.start();
  }

  private void pace() {
    long begin = System.nanoTime();
    long due = 0;
    while (!over) {
      LockSupport.parkNanos(TICK);
      long target = (System.nanoTime() - begin) * rate / TimeUnit.SECONDS.toNanos(1);
      // After a pause of this very process nobody writes it all at once.
      due = Math.max(due, target - rate / 4);
      for (; due < target; due++) {
        write(clients.get(random.nextInt(clients.size())));
      }
    }
  }

  private void write(ChatClient client) {
    if (client.isBusy()) {
      heldBack.incrementAndGet();
      return;
    }
    number++;
    UUID room = client.rooms().get(random.nextInt(client.rooms().size()));
    if (random.nextInt(ONE_READS_IN) == 0) {
      client.say(Frames.markRead(room));
    }
    if (random.nextInt(ONE_IS_WRONG_IN) == 0) {
      client.send(wrong(room));
      return;
    }
    var send = ledger.open(room, id(), Texts.one(random, number), true);
    remember(send);
    if (random.nextInt(ONE_OVER_HTTP_IN) == 0) {
      http.send(client.person(), send);
    } else {
      client.send(send);
    }
  }

  /// Random, but the same in each run of a seed.
  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private Send wrong(UUID room) {
    return switch (random.nextInt(4)) {
      case 0 -> ledger.open(room, id(), Texts.tooLong(number), false);
      case 1 -> ledger.open(room, id(), Texts.blank(), false);
      case 2 -> ledger.open(id(), id(), "to a room that is not there " + number, false);
      default -> {
        var first = answeredOnce(room);
        UUID id = first == null ? id() : first.id();
        String text = "another message with an id that was used " + number;
        yield first == null
            ? ledger.open(room, id, Texts.blank(), false)
            : ledger.open(room, id, text, false);
      }
    };
  }

  /// One that was answered at once, so that no second answer to it can still come.
  private @Nullable Send answeredOnce(UUID room) {
    var found =
        sent.stream()
            .filter(send -> send.room().equals(room))
            .filter(send -> send.told() instanceof Accepted && send.attempts() == 1)
            .findFirst();
    found.ifPresent(sent::remove);
    return found.orElse(null);
  }

  private void remember(Send send) {
    sent.addLast(send);
    if (sent.size() > REMEMBERED) {
      sent.removeFirst();
    }
  }

  Api api() {
    return api;
  }

  Ledger ledger() {
    return ledger;
  }

  Trouble trouble() {
    return trouble;
  }

  /// When each client was last shown something of each room.
  Gaps shown() {
    return shown;
  }

  /// How long each took after connecting (again) until it had everything.
  Samples rejoins() {
    return rejoins;
  }

  /// How often somebody wrote nothing because too much of theirs was unanswered.
  long heldBack() {
    return heldBack.get();
  }

  List<ChatClient> clients() {
    return clients;
  }

  long notWhole() {
    return clients.stream().filter(client -> !client.isWhole()).count();
  }

  /// Nobody writes any more; what was begun goes on until it is answered.
  void finish() {
    over = true;
    try {
      pacer.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    over = true;
    clients.forEach(ChatClient::close);
    http.close();
    timer.shutdownNow();
  }
}
