package io.parley.query.fresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.query.conversation.ConversationsProjection;
import io.parley.query.given.CrashingTransactions;
import io.parley.query.given.CrashingTransactions.Point;
import io.parley.query.given.GivenDatabase;
import io.parley.query.given.GivenHistory;
import io.parley.query.given.GivenPublicHistory;
import io.parley.query.given.Records;
import io.parley.query.oversight.OversightProjection;
import io.parley.query.projection.Projection;
import io.parley.query.projection.Projector;
import io.parley.query.projection.Projectors;
import io.parley.query.projection.Schema;
import io.parley.query.publicroom.PublicRoomsProjection;
import io.parley.query.statistics.StatisticsProjection;
import io.parley.schemas.event.EventEnvelope;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Two instances on the same partitions die between any two steps, before, within and after their
/// transactions, sleep with records in their hands, wake up late, and begin anew wherever the
/// database says: the rows are those of one perfect run. The reader's rule alone would see to
/// that; that who wakes up late writes nothing at all shows in the positions, which never go
/// back.
class SimulationIT {
  private static final int PARTITIONS = 2;
  private static final List<Projection> PROJECTIONS =
      List.of(
          new ConversationsProjection(),
          new PublicRoomsProjection(),
          new StatisticsProjection(),
          new OversightProjection());

  private static final List<Setting> SETTINGS = new ArrayList<>();
  private static GivenDatabase database = notOpened();

  @SuppressWarnings("NullAway") // opened before the first try
  private static GivenDatabase notOpened() {
    return null;
  }

  /// One read model: what the perfect run writes with, and what the two instances write with.
  private record Setting(
      Projection projection,
      Projector perfect,
      List<Projector> instances,
      List<CrashingTransactions> transactions) {

    Schema perfectSchema() {
      return new Schema("perfect_" + projection.name());
    }

    Schema schema() {
      return new Schema("simulated_" + projection.name());
    }
  }

  @BeforeContainer
  static void open() {
    database = new GivenDatabase();
    for (var projection : PROJECTIONS) {
      var transactions = Stream.generate(SimulationIT::crashing).limit(2).toList();
      SETTINGS.add(
          new Setting(
              projection,
              database.projectors().open(projection, new Schema("perfect_" + projection.name())),
              transactions.stream()
                  .map(
                      crashing ->
                          new Projectors(database.dataSource(), crashing)
                              .open(projection, new Schema("simulated_" + projection.name())))
                  .toList(),
              transactions));
    }
  }

  private static CrashingTransactions crashing() {
    return new CrashingTransactions(
        new TransactionTemplate(new JdbcTransactionManager(database.dataSource())));
  }

  @AfterContainer
  static void close() {
    database.close();
  }

  @Property(tries = 25, shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
  void theRowsAreThoseOfOnePerfectRun(
      @ForAll @Size(min = 10, max = 40) List<@IntRange(min = 0, max = 999) Integer> happens,
      @ForAll @Size(min = 10, max = 40) List<@IntRange(min = 0, max = 99_999) Integer> steps) {
    var events = new ArrayList<>(GivenHistory.of(happens));
    events.addAll(GivenPublicHistory.of(happens));
    var log = log(events);
    int crashes = 0;
    int stale = 0;
    for (var setting : SETTINGS) {
      perfect(setting, log);
      empty(setting.schema());
      var instances =
          IntStream.range(0, 2)
              .mapToObj(
                  i ->
                      new SimulatedInstance(
                          setting.instances().get(i), setting.transactions().get(i), log))
              .toList();
      var reached = new ReachedPositions(database.jdbc(), setting.schema());
      for (int number : steps) {
        step(instances.get(number % 2), number / 2);
        reached.assertNoneWentBack();
      }
      finish(instances, reached);

      assertThat(
              new SchemaComparison(database.jdbc())
                  .differences(setting.perfectSchema(), setting.schema()))
          .as(setting.projection().name())
          .isEmpty();
      crashes += instances.stream().mapToInt(SimulatedInstance::crashes).sum();
      stale += instances.stream().mapToInt(SimulatedInstance::stale).sum();
    }
    Statistics.label("with crashes").collect(crashes > 0);
    Statistics.label("with a stale instance").collect(stale > 0);
  }

  private static void step(SimulatedInstance instance, int number) {
    int partition = number % PARTITIONS;
    int most = number / 16 % 9 + 1;
    switch (number / 2 % 8) {
      case 0 -> instance.step(partition, most, Point.BEFORE);
      case 1 -> instance.step(partition, most, Point.WITHIN);
      case 2 -> instance.step(partition, most, Point.AFTER_COMMIT);
      case 3, 4 -> instance.fallAsleep(partition, most);
      case 5 -> instance.seek();
      default -> instance.step(partition, most, Point.NEVER);
    }
  }

  /// Both go on until nothing is left, and nobody dies any more.
  private static void finish(List<SimulatedInstance> instances, ReachedPositions reached) {
    for (var instance : instances) {
      while (!instance.isDone()) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
          instance.step(partition, 10, Point.NEVER);
          reached.assertNoneWentBack();
        }
      }
    }
  }

  private static void perfect(Setting setting, List<List<ConsumerRecord<String, byte[]>>> log) {
    empty(setting.perfectSchema());
    setting.perfect().seek(IntStream.range(0, PARTITIONS).boxed().toList());
    log.forEach(partition -> setting.perfect().project(partition));
  }

  private static void empty(Schema schema) {
    for (String table : new SchemaComparison(database.jdbc()).tables(schema)) {
      database.jdbc().sql("delete from " + schema.name() + "." + table).update();
    }
  }

  /// Aggregates are spread over the partitions.
  private static List<List<ConsumerRecord<String, byte[]>>> log(List<EventEnvelope> events) {
    return IntStream.range(0, PARTITIONS)
        .mapToObj(
            partition ->
                new Records(partition)
                    .add(events.stream().filter(e -> partitionOf(e) == partition).toList())
                    .all())
        .toList();
  }

  private static int partitionOf(EventEnvelope event) {
    return Math.floorMod(event.aggregateId().hashCode(), PARTITIONS);
  }
}
