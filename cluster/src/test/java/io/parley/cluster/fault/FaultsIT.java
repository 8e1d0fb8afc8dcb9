package io.parley.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.backends.WholeTopic;
import io.parley.cluster.Cluster;
import io.parley.cluster.ClusterSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Processes are killed, paused and restarted while people write; afterwards every promise must
/// have held.
///
/// Three of some, as the seed has it; `-Dfaults=all` (or the profile `faults`) for all faults,
/// `-Dfaults.seed=…` for those of an earlier run, `-Dfaults.rate=…` for another number of
/// messages in a second.
class FaultsIT {
  private static final Path TARGET = Path.of("target");
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int QUIET_SECONDS = 10;
  private static final int SELECTED = 3;

  private final long seed = seed();
  private final int rooms = Integer.getInteger("faults.rooms", 200);
  private final int rate = Integer.getInteger("faults.rate", 1_000);
  private final Report report = new Report(seed);

  @Test
  void everyPromiseHoldsWhileProcessesDie() throws Exception {
    report.fact("seed %d, %d rooms, %d messages/s wanted".formatted(seed, rooms, rate));
    try (var cluster = new Cluster(ClusterSettings.usual(0, TARGET))) {
      cluster.start();
      var api = new Api(cluster.entrance());
      try (var workload = new Workload(api, cluster.secret(), rooms, rate, seed)) {
        workload.connect();
        await("everybody is there").atMost(PATIENCE).until(() -> workload.notWhole() == 0);
        workload.start();
        var site = new Site(cluster, workload, seed);
        site.awaitRest();
        letFaultsHappen(site);
        workload.finish();
        checkAll(cluster, workload);
      }
    } finally {
      report.write(TARGET);
    }
    assertThat(report.wrong()).isEmpty();
  }

  private void letFaultsHappen(Site site) {
    long begin = System.nanoTime();
    long before = site.workload().ledger().accepted();
    report.fact(Costs.of(site).toString());
    for (var fault : schedule()) {
      site.goOn(QUIET_SECONDS);
      report.add(Impact.of(fault, site));
    }
    long accepted = site.workload().ledger().accepted() - before;
    double seconds = (System.nanoTime() - begin) / 1e9;
    report.fact(
        "%d messages accepted in %.0f s, %.0f/s, faults included; %d times somebody waited with the next"
            .formatted(accepted, seconds, accepted / seconds, site.workload().heldBack()));
  }

  private List<Fault> schedule() {
    String which = System.getProperty("faults", "selection");
    var all =
        new ArrayList<>(
            switch (which) {
              case "all" -> Fault.ALL;
              case "selection" -> Fault.SELECTION;
              default -> List.of(which.split(",", -1)).stream().map(Fault::valueOf).toList();
            });
    Collections.shuffle(all, new Random(seed));
    return which.equals("selection") ? all.subList(0, SELECTED) : all;
  }

  private void checkAll(Cluster cluster, Workload workload) throws Exception {
    var ledger = workload.ledger();
    await("answers").atMost(PATIENCE).until(() -> ledger.unanswered() == 0);
    var log = new LogFacts();
    WholeTopic.read(
        cluster.bootstrapServers(), "chat.events", one -> log.take(one.key(), one.value()));
    var seen = workload.clients().stream().flatMap(client -> client.seen().stream()).toList();
    await("frames")
        .atMost(PATIENCE)
        .until(() -> seen.stream().allMatch(one -> one.last() >= log.events(one.room()).size()));
    report.fact(log.toString());
    report.fact(
        "%d accepted, %d refused; %s"
            .formatted(ledger.accepted(), ledger.refused(), workload.trouble()));
    report.wrong("the log is whole and its chains hold", log.wrong());
    report.wrong("every send was answered", Checks.answered(ledger.all()));
    report.wrong("what was accepted is there once", Checks.accepted(ledger.all(), log.messages()));
    report.wrong("what was refused is not there", Checks.refused(ledger.all(), log.messages()));
    report.wrong("clients saw nothing out of order", workload.trouble().wrong());
    report.wrong("every client saw everything", Checks.seen(seen, log));
    report.wrong("REST shows the log", Rest.differences(workload, log));
    report.wrong("read models are a fresh projection", ReadModels.differences(cluster));
  }

  private static long seed() {
    String given = System.getProperty("faults.seed", "");
    return given.isBlank()
        ? RandomGenerator.getDefault().nextLong(1, 1_000_000)
        : Long.parseLong(given);
  }
}
