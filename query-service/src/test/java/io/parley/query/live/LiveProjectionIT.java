package io.parley.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parley.backends.TestBackends;
import io.parley.edge.trace.Spans;
import io.parley.query.given.GivenDatabase;
import io.parley.query.given.GivenLog;
import io.parley.query.given.GivenRoom;
import io.parley.query.given.People;
import io.parley.query.live.Progress.State;
import io.parley.query.message.MessagesProjection;
import io.parley.query.projection.Schema;
import io.parley.schemas.Person;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class LiveProjectionIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String topic = TestBackends.topicPrefix() + ".events";
  private final GivenDatabase database = new GivenDatabase();
  private final FailingDataSource failing = new FailingDataSource(database.dataSource());
  private final GivenLog log = new GivenLog(TestBackends.kafka(), topic);
  private final List<LiveProjection> started = new ArrayList<>();
  private final Person sara = People.buyer("sara");

  @BeforeEach
  void topic() throws ExecutionException, InterruptedException {
    Map<String, Object> where = Map.of("bootstrap.servers", TestBackends.kafka());
    try (Admin admin = Admin.create(where)) {
      admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
    }
  }

  @AfterEach
  void stop() {
    started.forEach(LiveProjection::requestStop);
    started.forEach(one -> one.awaitStop(PATIENCE));
    log.close();
    database.close();
  }

  private LiveProjection start(DataSource dataSource, String group) {
    var projector =
        GivenDatabase.projectors(dataSource).open(new MessagesProjection(), new Schema("messages"));
    var live =
        new LiveProjection(
            projector,
            () -> consumer(group),
            topic,
            Duration.ofMillis(5),
            new Stops(JdbcClient.create(dataSource)),
            new ProjectionMeters(new SimpleMeterRegistry(), "messages"),
            Spans.none());
    live.start();
    started.add(live);
    return live;
  }

  private static Consumer<String, byte[]> consumer(String group) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            TestBackends.kafka(),
            "group.id",
            group,
            "auto.offset.reset",
            "earliest",
            "enable.auto.commit",
            false),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  private List<String> contents() {
    return database
        .jdbc()
        .sql("select content from messages.message order by created_at")
        .query(String.class)
        .list();
  }

  private void expectContents(String... expected) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(contents()).containsExactly(expected));
  }

  @Test
  void aDatabaseThatIsAwayIsWaitedFor() {
    var live = start(failing, topic);
    var room = GivenRoom.started(sara, "1", null).says(sara, "before");
    log.append(room.events());
    expectContents("before");

    failing.fail(true);
    log.append(room.says(sara, "meanwhile").events().subList(2, 3));
    await().atMost(PATIENCE).until(() -> live.progress().state() == State.WAITING);
    failing.fail(false);

    expectContents("before", "meanwhile");
    await().atMost(PATIENCE).until(() -> live.progress().state() == State.FOLLOWING);
  }

  @Test
  void aRecordThatCannotBeAppliedStopsItsPartitionUntilItIsSkipped() {
    var live = start(failing, topic);
    var room = GivenRoom.started(sara, "1", null).says(sara, "before");
    log.append(room.events());
    expectContents("before");

    log.append(new ProducerRecord<>(topic, "no id", new byte[] {'{'}));
    log.append(room.says(sara, "after").events().subList(2, 3));

    await().atMost(PATIENCE).until(() -> live.progress().state() == State.STOPPED);
    assertThat(live.progress().isRunning()).isFalse();
    assertThat(live.progress().stops().get(0))
        .isNotNull()
        .satisfies(stop -> assertThat(stop.position().offset()).isEqualTo(2));
    assertThat(contents()).containsExactly("before");

    database
        .jdbc()
        .sql(
            """
            insert into projection_skip (projection, partition, record_offset, reason, problem)
            select projection, partition, record_offset, 'for this test', reason
            from projection_stop
            """)
        .update();

    expectContents("before", "after");
    assertThat(live.progress().state()).isEqualTo(State.FOLLOWING);
    assertThat(
            database
                .jdbc()
                .sql("select taken_at is not null from projection_skip")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void aRowThatIsRefusedStopsTheProjectionAfterAllBeforeIt() {
    var live = start(failing, topic);
    database.jdbc().sql("alter table messages.message add check (content <> 'no')").update();
    var room = GivenRoom.started(sara, "1", null);
    for (String text : List.of("one", "two", "three", "no", "five")) {
      room.says(sara, text);
    }

    log.append(room.events());

    await().atMost(PATIENCE).until(() -> live.progress().state() == State.STOPPED);
    assertThat(contents()).containsExactly("one", "two", "three");
    assertThat(live.progress().stops().values())
        .singleElement()
        .satisfies(stop -> assertThat(stop.reason()).contains("violates check constraint"));
    assertThat(live.progress().positions()).containsEntry(0, 4L);
  }

  /// A transaction that waits for a lock is not waited for without end.
  @Test
  void stoppingIsBounded() throws SQLException {
    var live = start(failing, topic);
    expectContents();
    try (var connection = database.dataSource().getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table messages.message in access exclusive mode");
      log.append(GivenRoom.started(sara, "1", null).says(sara, "late").events());
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  database
                      .jdbc()
                      .sql("select exists (select from pg_locks where not granted)")
                      .query(Boolean.class)
                      .single());

      live.requestStop();
      assertThat(live.awaitStop(Duration.ofMillis(100))).isFalse();
      connection.rollback();
    }

    assertThat(live.awaitStop(PATIENCE)).isTrue();
    assertThat(contents()).containsExactly("late");
    assertThat(live.progress().state()).isEqualTo(State.ENDED);
  }

  @Test
  void twoThatShouldBeOneDoNotApplyAnythingTwice() {
    start(failing, topic);
    start(failing, topic + ".twin");
    var room = GivenRoom.started(sara, "1", null);
    var expected = new ArrayList<String>();
    log.append(room.events());
    for (int i = 0; i < 200; i++) {
      room.says(sara, "message " + i);
      expected.add("message " + i);
      log.append(room.events().subList(i + 1, i + 2));
    }

    expectContents(expected.toArray(String[]::new));
    assertThat(started)
        .allSatisfy(one -> assertThat(one.progress().state()).isNotEqualTo(State.FAILED));
  }

  @Test
  void aNewStartGoesOnWhereTheTablesAre() {
    var room = GivenRoom.started(sara, "1", null).says(sara, "first");
    log.append(room.events());
    var first = start(failing, topic);
    expectContents("first");
    first.requestStop();
    first.awaitStop(PATIENCE);
    log.append(room.says(sara, "second").events().subList(2, 3));

    start(failing, topic + ".of.another.name");

    expectContents("first", "second");
  }

  @Test
  void tablesOfAnotherLogAreRefused() {
    start(failing, topic);
    expectContents();
    var projector = database.projectors().open(new MessagesProjection(), new Schema("messages"));
    await().atMost(PATIENCE).until(() -> projector.seek(List.of(0)).containsKey(0));
    database.jdbc().sql("update messages.position set next_offset = 1000").update();

    var late = start(failing, topic + ".late");

    await().atMost(PATIENCE).until(() -> late.progress().state() == State.FAILED);
    assertThat(late.progress().reason()).contains("not the log");
  }
}
