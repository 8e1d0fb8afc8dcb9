package io.parley.query.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.query.fresh.FreshComparison;
import io.parley.query.given.Answer;
import io.parley.query.given.GivenLog;
import io.parley.query.given.GivenRoom;
import io.parley.query.given.Instances;
import io.parley.query.given.People;
import io.parley.query.given.Tokens;
import io.parley.schemas.Person;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Tables are built anew and switched while everything goes on, with two instances.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebuildIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String COMMAND = "{\"rebuild\":\"true\"}";

  private final Instances instances = new Instances();
  private final Person sara = People.buyer("sara");
  private final GivenRoom room = GivenRoom.started(sara, "1", null).says(sara, "0");

  @BeforeAll
  void start() {
    instances.start();
    instances.start();
    try (var log = instances.log()) {
      log.append(room.events());
    }
    await().atMost(PATIENCE).until(() -> messages(0).each("content").equals(List.of("0")));
  }

  @AfterAll
  void close() {
    instances.close();
  }

  private Answer messages(int instance) {
    return instances
        .running()
        .get(instance)
        .client()
        .token(Tokens.buyer(sara))
        .get("/api/chat/rooms/" + room.id() + "/messages/?limit=100");
  }

  private Answer rebuild(int instance) {
    return instances
        .running()
        .get(instance)
        .operator()
        .post("/actuator/projections/messages", COMMAND);
  }

  private String outcome(int instance) {
    return instances
        .running()
        .get(instance)
        .operator()
        .get("/actuator/projections/messages")
        .body()
        .at("/rebuild/outcome")
        .asString();
  }

  private void expectSwitched(int instance) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(outcome(instance)).isEqualTo("switched"));
  }

  private List<String> schemas() {
    return instances
        .jdbc()
        .sql("select nspname from pg_namespace where nspname like 'messages%' order by 1")
        .query(String.class)
        .list();
  }

  @Test
  void afterTheSwitchTheRowsAreThoseOfTheLogWhateverWasWrittenMeanwhile() {
    instances.jdbc().sql("update messages.message set content = 'changed by hand'").update();
    var done = new AtomicBoolean();
    var writing = CompletableFuture.runAsync(() -> writeUntil(done));
    for (int i = 0; i < 3; i++) {
      assertThat(rebuild(i % 2).status()).isEqualTo(202);
      expectGrowingUntilSwitched(i % 2);
    }
    done.set(true);
    writing.join();

    var fresh = instances.running().getFirst().bean(FreshComparison.class);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(fresh.differences()).isEmpty());
    assertThat(messages(1).each("content")).isNotEmpty().doesNotContain("changed by hand");
    assertThat(schemas()).containsExactly("messages");
  }

  private void writeUntil(AtomicBoolean done) {
    try (GivenLog log = instances.log()) {
      for (int i = 1; !done.get(); i++) {
        var other = GivenRoom.started(sara, "room" + i, null).says(sara, "hello " + i);
        room.says(sara, String.valueOf(i));
        log.append(List.of(room.last()));
        log.append(other.events());
      }
    }
  }

  /// Nobody who reads meanwhile sees less than before, or an error.
  private void expectGrowingUntilSwitched(int instance) {
    long[] most = {0};
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              long count =
                  instances
                      .jdbc()
                      .sql("select count(*) from messages.message")
                      .query(Long.class)
                      .single();
              assertThat(count).isGreaterThanOrEqualTo(most[0]);
              assertThat(messages(1 - instance).status()).isEqualTo(200);
              most[0] = count;
              return outcome(instance).equals("switched");
            });
  }

  @Test
  void oneInstanceRebuildsAtATimeAndCleansUpAfterOneThatDied() throws SQLException {
    instances.jdbc().sql("create schema messages_rebuild").update();
    instances
        .jdbc()
        .sql("create table messages_rebuild.position as table messages.position")
        .update();
    try (var other = instances.database().connect();
        var statement = other.createStatement()) {
      statement.execute("select pg_advisory_lock(7061, hashtext('messages'))");

      var answer = rebuild(0);

      assertThat(answer.status()).isEqualTo(409);
      assertThat(answer.code()).isEqualTo("rebuild_running");
      assertThat(schemas()).containsExactly("messages", "messages_rebuild");
    }

    await().atMost(PATIENCE).until(() -> rebuild(1).status() == 202);
    expectSwitched(1);
    assertThat(schemas()).containsExactly("messages");
  }
}
