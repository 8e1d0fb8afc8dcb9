package io.parley.cluster.fault;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// What those who write and read noticed of a fault.
///
/// @param seconds how long it was from the fault until all was as before
/// @param answers the longest time without an accepted send in a room
/// @param rooms in how many rooms that was longer than two seconds
/// @param slowest how long the slowest of the sends took
/// @param delivery the longest time in which a client was shown nothing of a room
/// @param reconnects how many connections were lost
/// @param whole how long the slowest took after connecting again until it had everything
/// @param wholeMedian how long half of them took at most
record Impact(
    String fault,
    double seconds,
    double answers,
    long rooms,
    double slowest,
    double delivery,
    long reconnects,
    double whole,
    double wholeMedian) {
  private static final long NOTICED = TimeUnit.SECONDS.toNanos(2);

  /// Lets the fault happen and waits until all is as before.
  static Impact of(Fault fault, Site site) {
    var workload = site.workload();
    long mark = System.nanoTime();
    long lost = workload.trouble().reconnects();
    workload.ledger().answers().begin(mark);
    workload.shown().begin(mark);
    workload.rejoins().clear();
    fault.happen(site);
    site.awaitRest();
    long now = System.nanoTime();
    return new Impact(
        fault.what(),
        seconds(now - mark),
        seconds(workload.ledger().answers().worst(now)),
        workload.ledger().answers().longerThan(NOTICED, now),
        seconds(slowest(workload, mark, now)),
        seconds(workload.shown().worst(now)),
        workload.trouble().reconnects() - lost,
        workload.rejoins().quantile(1),
        workload.rejoins().quantile(0.5));
  }

  private static long slowest(Workload workload, long mark, long now) {
    return workload.ledger().all().stream()
        .filter(send -> send.since() > mark - NOTICED)
        .mapToLong(send -> send.nanos(now))
        .max()
        .orElse(0);
  }

  private static double seconds(long nanos) {
    return (double) nanos / TimeUnit.SECONDS.toNanos(1);
  }

  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %.1f s | %.1f s (%d) | %.1f s | %.1f s | %d | %.1f s / %.1f s |",
        fault,
        seconds,
        answers,
        rooms,
        slowest,
        delivery,
        reconnects,
        wholeMedian,
        whole);
  }
}
