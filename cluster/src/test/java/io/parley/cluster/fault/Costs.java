package io.parley.cluster.fault;

import io.parley.cluster.Cluster;
import io.parley.cluster.Node;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Where the processor time of a message goes, when nothing goes wrong.
record Costs(Map<String, Duration> used, long messages, long nanos) {
  private static final int SECONDS = 10;
  private static final Duration NONE = Duration.ZERO;

  /// Takes the messages of some seconds as a sample.
  static Costs of(Site site) {
    var before = read(site.cluster());
    long messages = site.workload().ledger().accepted();
    long begin = System.nanoTime();
    site.awaitMore(SECONDS * site.workload().rate());
    var used = new TreeMap<String, Duration>();
    read(site.cluster())
        .forEach((name, now) -> used.put(name, now.minus(before.getOrDefault(name, NONE))));
    long made = site.workload().ledger().accepted() - messages;
    return new Costs(used, made, System.nanoTime() - begin);
  }

  private static Map<String, Duration> read(Cluster cluster) {
    var found = new TreeMap<String, Duration>();
    for (Node node : cluster.nodes()) {
      String kind = node.name().replaceAll("-\\d+", "");
      found.merge(kind, node.cpuTime(), Duration::plus);
    }
    var here = ProcessHandle.current().info().totalCpuDuration();
    found.put("clients", here.orElse(NONE));
    return found;
  }

  @Override
  public String toString() {
    var text = new StringBuilder("microseconds of processor time for a message:");
    long all = 0;
    for (var one : used.entrySet()) {
      long micros = one.getValue().toNanos() / 1000 / messages;
      all += micros;
      text.append(' ').append(one.getKey()).append(' ').append(micros).append(',');
    }
    int processors = Runtime.getRuntime().availableProcessors();
    return text.append(
            String.format(
                Locale.ROOT,
                " all %d, at %.0f messages/s on %d processors",
                all,
                messages * 1e9 / nanos,
                processors))
        .toString();
  }
}
