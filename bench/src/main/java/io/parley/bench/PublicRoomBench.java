package io.parley.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.ToLongFunction;

/// What it costs when many visitors come into one public room at once: how long until all are in
/// and know of one another, and how many frames of each kind that took. Then how long a message
/// takes to each of them.
///
/// Arguments: host:port, visitors, messages per second, seconds.
public final class PublicRoomBench {
  private static final int PATIENCE_SECONDS = 60;

  private final Api api;
  private final List<Visitor> visitors = new ArrayList<>();
  private final Samples delivered;

  private PublicRoomBench(String host, int deliveries) {
    this.api = new Api(host);
    this.delivered = new Samples(deliveries);
  }

  /// Runs it against a standalone start.
  public static void main(String[] args) {
    String host = args.length > 0 ? args[0] : "localhost:8080";
    int visitors = number(args, 1, 1_000);
    int rate = number(args, 2, 10);
    int seconds = number(args, 3, 20);
    var bench = new PublicRoomBench(host, visitors * rate * seconds);
    boolean whole = bench.join(visitors) && bench.talk(rate, seconds);
    System.exit(whole ? 0 : 1);
  }

  private static int number(String[] args, int index, int standard) {
    return args.length > index ? Integer.parseInt(args[index]) : standard;
  }

  private boolean join(int count) {
    String room = api.publicRoom(count);
    long start = System.nanoTime();
    var opening = new ArrayList<CompletableFuture<?>>();
    for (int i = 0; i < count; i++) {
      var visitor = new Visitor("দর্শক" + i, delivered);
      visitors.add(visitor);
      opening.add(visitor.connect(api, room));
    }
    CompletableFuture.allOf(opening.toArray(CompletableFuture[]::new)).join();
    boolean all = await(() -> visitors.stream().allMatch(visitor -> visitor.sees() == count));
    double took = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) / 1e3;
    long pairs = count * (count + 1L) / 2;
    System.out.printf(
        Locale.ROOT,
        "%d visitors into one room: all in and all seen by all after %.1f s%n"
            + "user_list frames %,d (one for each who is in at each join: %,d; ratio %.3f), %,d characters%n"
            + "system frames    %,d%n",
        count,
        took,
        sum(Visitor::lists),
        pairs,
        sum(Visitor::lists) / (double) pairs,
        sum(Visitor::listLength),
        sum(Visitor::systems));
    return all;
  }

  private boolean talk(int rate, int seconds) {
    int total = rate * seconds;
    long start = System.nanoTime();
    for (int i = 0; i < total; i++) {
      long due = start + i * TimeUnit.SECONDS.toNanos(1) / rate;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      visitors.get(i % visitors.size()).write(due);
    }
    boolean all = await(() -> delivered.count() == total * visitors.size());
    System.out.printf(
        Locale.ROOT,
        "%d messages/s for %d s, send to delivered at every visitor  %s%nlost %d%n",
        rate,
        seconds,
        delivered,
        (long) total * visitors.size() - delivered.count());
    return all;
  }

  private long sum(ToLongFunction<Visitor> count) {
    return visitors.stream().mapToLong(count).sum();
  }

  private static boolean await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    return true;
  }
}
