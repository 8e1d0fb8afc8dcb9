package io.parley.command.shard;

import io.parley.backends.TestBackends;
import io.parley.command.CommandServiceApplication;
import io.parley.schemas.Topics;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Measures how long a node takes to recover all 12 partitions of a big log, without snapshots
/// and with them, and what that costs in memory. Not a test: it takes minutes and gigabytes of
/// disk.
///
/// `mvn -pl command-service -am test-compile`, then this class with the arguments *rooms* and
/// *events per room* (1,000,000 and 20 is the size that is promised); `-Dhot` is
/// `parley.command.hot-aggregates`. See ADR 30.
final class RecoveryBench {
  private static final int PARTITIONS = 12;
  private static final Duration LONG = Duration.ofHours(2);

  private RecoveryBench() {}

  /// Prints what it has measured.
  public static void main(String[] args) throws Exception {
    int rooms = Integer.parseInt(args[0]);
    int eventsPerRoom = Integer.parseInt(args[1]);
    var topics = new Topics(TestBackends.topicPrefix());
    node(topics).close();
    took(
        "wrote %,d events".formatted((long) rooms * eventsPerRoom),
        () -> {
          new BigLog(topics, PARTITIONS).write(TestBackends.kafka(), rooms, eventsPerRoom);
          return null;
        });
    try (var context = took("active without snapshots", () -> active(topics))) {
      memory(context.getBean(ShardHost.class), rooms);
      took("snapshots of all", () -> checkpointed(context));
    }
    try (var context = took("active from snapshots", () -> active(topics))) {
      memory(context.getBean(ShardHost.class), rooms);
    }
    System.exit(0);
  }

  private static <T> T took(String what, Callable<T> work) throws Exception {
    long start = System.nanoTime();
    T result = work.call();
    System.out.printf("%s: %,d ms%n", what, (System.nanoTime() - start) / 1_000_000);
    return result;
  }

  private static ConfigurableApplicationContext node(Topics topics) {
    return new SpringApplicationBuilder(CommandServiceApplication.class)
        .run(
            "--server.port=0",
            "--management.server.port=-1",
            "--spring.kafka.bootstrap-servers=" + TestBackends.kafka(),
            "--parley.topics.prefix=" + topics.prefix(),
            "--parley.command.checkpoint-interval=1s",
            "--parley.command.hot-aggregates=" + System.getProperty("hot", "5000"),
            "--parley.edge.jwt.secret=" + "x".repeat(64));
  }

  private static ConfigurableApplicationContext active(Topics topics) {
    var context = node(topics);
    Awaitility.await().atMost(LONG).until(context.getBean(ShardHost.class)::isReady);
    return context;
  }

  private static boolean checkpointed(ConfigurableApplicationContext context) {
    var checkpoints =
        context
            .getBean(io.micrometer.core.instrument.MeterRegistry.class)
            .get("parley.checkpoint")
            .timer();
    Awaitility.await().atMost(LONG).until(() -> checkpoints.count() >= PARTITIONS);
    return true;
  }

  private static void memory(ShardHost shards, int rooms) throws Exception {
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    var status = java.nio.file.Files.readString(java.nio.file.Path.of("/proc/self/status"));
    var resident = status.lines().filter(l -> l.startsWith("VmRSS")).findFirst().orElse("?");
    System.out.printf(
        "%,d aggregates, %,d hot; heap %,d MiB (%,d B a room); %s%n",
        shards.aggregates(), shards.hotAggregates(), heap >> 20, heap / rooms, resident);
  }
}
