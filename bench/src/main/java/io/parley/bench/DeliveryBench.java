package io.parley.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// How long a message takes from its sender's socket to every member's, at a steady rate over
/// many rooms, and whether any is lost or out of order. Beside it, in the same run, a frame that
/// goes to the server and back without the log (`ping`), so that the ratio says what the log
/// costs whatever the machine.
///
/// Arguments: host:port, rooms, sockets per room, messages per second, seconds. The time counts
/// from when a message should have been sent.
public final class DeliveryBench {
  private static final int WARM_UP_SECONDS = 60;
  private static final int FIRST_USER = 1_000_000;

  private final Api api;
  private final int rooms;
  private final int sockets;
  private final AtomicLong outOfOrder = new AtomicLong();
  private final AtomicLong errors = new AtomicLong();
  private final List<String> roomIds = new ArrayList<>();
  private final List<List<Member>> members = new ArrayList<>();
  private Samples delivered = new Samples(0);
  private Samples answered = new Samples(0);

  private DeliveryBench(String host, int rooms, int sockets) {
    this.api = new Api(host);
    this.rooms = rooms;
    this.sockets = sockets;
  }

  /// Runs it against a standalone start.
  public static void main(String[] args) {
    String host = args.length > 0 ? args[0] : "localhost:8080";
    int rooms = number(args, 1, 100);
    int sockets = number(args, 2, 5);
    int rate = number(args, 3, 500);
    int seconds = number(args, 4, 20);
    var bench = new DeliveryBench(host, rooms, sockets);
    bench.run(rate, WARM_UP_SECONDS, false);
    boolean whole = bench.run(rate, seconds, true);
    System.exit(whole ? 0 : 1);
  }

  private static int number(String[] args, int index, int standard) {
    return args.length > index ? Integer.parseInt(args[index]) : standard;
  }

  private boolean run(int rate, int seconds, boolean report) {
    int total = rate * seconds;
    delivered = new Samples(total * sockets);
    answered = new Samples(total);
    outOfOrder.set(0);
    errors.set(0);
    connect();
    send(rate, total);
    awaitAll(total * sockets);
    members.forEach(room -> room.forEach(Member::close));
    if (report) {
      System.out.printf(
          Locale.ROOT,
          "%d rooms x %d sockets, %d messages/s for %d s%n",
          rooms,
          sockets,
          rate,
          seconds);
      System.out.println("send to delivered   " + delivered);
      System.out.println("ping to pong        " + answered);
      System.out.printf(
          Locale.ROOT,
          "ratio of the p50    %.1f%nlost %d, out of order %d, error frames %d%n",
          delivered.millis(0.5) / answered.millis(0.5),
          (long) total * sockets - delivered.count(),
          outOfOrder.get(),
          errors.get());
    }
    return delivered.count() == total * sockets && outOfOrder.get() == 0;
  }

  /// A buyer and, as the other sockets, staff of one vendor, in each room others.
  private void connect() {
    members.clear();
    roomIds.clear();
    for (int room = 0; room < rooms; room++) {
      int first = FIRST_USER + room * sockets;
      int vendor = FIRST_USER + room;
      String buyer = api.token(first, "buyer", vendor);
      String roomId = api.start(buyer, vendor);
      roomIds.add(roomId);
      var inRoom = new ArrayList<Member>();
      for (int i = 0; i < sockets; i++) {
        var member = new Member(delivered, answered, outOfOrder, errors);
        member.connect(api, i == 0 ? buyer : api.token(first + i, "vendor", vendor), roomId);
        inRoom.add(member);
      }
      members.add(inRoom);
    }
  }

  private void send(int rate, int total) {
    long start = System.nanoTime();
    for (int i = 0; i < total; i++) {
      long due = start + i * TimeUnit.SECONDS.toNanos(1) / rate;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      int room = i % rooms;
      var inRoom = members.get(room);
      inRoom.get(i / rooms % inRoom.size()).write(roomIds.get(room), due);
      if (i % 50 == 0) {
        inRoom.getFirst().ping();
      }
    }
  }

  private void awaitAll(int expected) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
    while (delivered.count() < expected && System.nanoTime() < deadline) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
