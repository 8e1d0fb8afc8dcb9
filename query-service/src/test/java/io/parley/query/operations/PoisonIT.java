package io.parley.query.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.query.fresh.FreshComparison;
import io.parley.query.given.Answer;
import io.parley.query.given.Client;
import io.parley.query.given.GivenLog;
import io.parley.query.given.GivenRoom;
import io.parley.query.given.Instances;
import io.parley.query.given.People;
import io.parley.query.given.Tokens;
import io.parley.schemas.LogPosition;
import io.parley.schemas.Person;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A record that one projection cannot apply, and what an operator sees and does. Two instances:
/// the operator asks either.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoisonIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Instances instances = new Instances();
  private final Person sara = People.buyer("sara");
  private final GivenRoom room = GivenRoom.started(sara, "1", null).says(sara, "fine");
  private final GivenRoom other = GivenRoom.started(sara, "2", null);

  @BeforeAll
  void start() {
    instances.start();
    instances.start();
  }

  @AfterAll
  void close() {
    instances.close();
  }

  private Client client(int instance) {
    return instances.running().get(instance).client();
  }

  private Client operator(int instance) {
    return instances.running().get(instance).operator();
  }

  private Answer messages(Client client, GivenRoom of) {
    return client.token(Tokens.buyer(sara)).get("/api/chat/rooms/" + of.id() + "/messages/");
  }

  private Answer tell(int instance, String json) {
    return operator(instance).post("/actuator/projections/messages", json);
  }

  private Answer report(int instance) {
    return operator(instance).get("/actuator/projections/messages");
  }

  /// The instance that follows the partition of the poison, and stands there.
  private int owner(LogPosition poison) {
    await().atMost(PATIENCE).until(() -> report(0).body().path("stopped_at").size() == 1);
    await().atMost(PATIENCE).until(() -> stands(0, poison) != stands(1, poison));
    return stands(0, poison) ? 0 : 1;
  }

  private boolean stands(int instance, LogPosition poison) {
    var report = report(instance).body();
    return report.path("state").asString().equals("STOPPED")
        && report.path("follows").toString().matches(".*\\b" + poison.partition() + "\\b.*");
  }

  private LogPosition writeThePoison() {
    instances.jdbc().sql("alter table messages.message add check (content <> 'poison')").update();
    try (GivenLog log = instances.log()) {
      log.append(room.events());
      var poison = log.append(room.says(sara, "poison").events().subList(2, 3));
      log.append(room.says(sara, "after").events().subList(3, 4));
      log.append(other.says(sara, "elsewhere").events());
      return poison;
    }
  }

  @Test
  void itStopsOneProjectionLoudlyUntilAnOperatorSkipsIt() {
    var poison = writeThePoison();
    int owner = owner(poison);

    expectLoud(owner, poison);
    expectTheRestToGoOn(owner, poison);
    expectClearRefusals(poison);
    expectAnotherInstanceToBecomeReady();
    int then = owner(poison);

    var skip =
        tell(1 - then, "{\"skip\":\"" + poison + "\",\"reason\":\"found out by this test\"}");

    assertThat(skip.status()).isEqualTo(202);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(messages(client(then), room).each("content"))
                    .containsExactly("after", "fine"));
    var report = report(then).body();
    assertThat(report.path("stopped_at")).isEmpty();
    assertThat(report.at("/skips/0/position").asString()).isEqualTo(poison.toString());
    assertThat(report.at("/skips/0/reason").asString()).isEqualTo("found out by this test");
    assertThat(report.at("/skips/0/problem").asString()).contains("check constraint");
    assertThat(report.at("/skips/0/taken_at").isMissingNode()).isFalse();
    await().atMost(PATIENCE).until(() -> metric(then, "parley.projection.state") == 1);
    await().atMost(PATIENCE).until(() -> skipsCounted() == 1);
    var fresh = instances.running().getFirst().bean(FreshComparison.class);
    assertThat(fresh.differences()).isEmpty();
  }

  private void expectLoud(int owner, LogPosition poison) {
    var health = operator(owner).get("/actuator/health").body();
    var messages = health.at("/components/projections/components/messages");
    assertThat(messages.path("status").asString()).isEqualTo("DOWN");
    assertThat(messages.at("/details/state").asString()).isEqualTo("STOPPED");
    assertThat(messages.at("/details/stopped_at/" + poison).asString())
        .contains("check constraint");
    assertThat(metric(owner, "parley.projection.state")).isZero();
    assertThat(metric(1 - owner, "parley.projection.state")).isEqualTo(1);
    assertThat(report(1 - owner).body().at("/stopped_at/0/position").asString())
        .isEqualTo(poison.toString());
    expectAdminsToSeeIt(poison);
  }

  private void expectAdminsToSeeIt(LogPosition poison) {
    var health =
        client(0).token(Tokens.admin(People.admin("root"))).get("/api/chat/admin/health/").body();
    var messages =
        health
            .path("projections")
            .valueStream()
            .filter(one -> one.path("name").asString().equals("messages"))
            .findFirst()
            .orElseThrow();
    assertThat(messages.path("state").asString()).isEqualTo("STOPPED");
    assertThat(messages.path("lag").asLong()).isPositive();
    assertThat(messages.at("/stopped_at/0/position").asString()).isEqualTo(poison.toString());
  }

  private void expectTheRestToGoOn(int owner, LogPosition poison) {
    var client = client(owner);
    assertThat(operator(owner).get("/actuator/health/readiness").status()).isEqualTo(200);
    assertThat(messages(client, room).each("content")).containsExactly("fine");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        client.token(Tokens.buyer(sara)).get("/api/chat/rooms/").body().toString())
                    .contains("after"));
    var behind = messages(client.after(poison), room);
    assertThat(behind.status()).isEqualTo(503);
    assertThat(behind.code()).isEqualTo("projection_behind");
    assertThat(behind.header("Retry-After")).hasValue("30");
    assertThat(client.get("/api/rooms/").status()).isEqualTo(200);
  }

  private void expectAnotherInstanceToBecomeReady() {
    try (var third = instances.start()) {
      await()
          .atMost(PATIENCE)
          .until(() -> third.operator().get("/actuator/health/readiness").status() == 200);
    }
  }

  private void expectClearRefusals(LogPosition poison) {
    var elsewhere = new LogPosition(poison.partition(), poison.offset() + 1);
    var wrong = tell(0, "{\"skip\":\"" + elsewhere + "\",\"reason\":\"?\"}");
    assertThat(wrong.status()).isEqualTo(409);
    assertThat(wrong.code()).isEqualTo("not_stopped_there");
    assertThat(wrong.body().path("detail").asString()).contains(poison.toString());
    assertThat(tell(0, "{\"skip\":\"" + poison + "\"}").code()).isEqualTo("reason_invalid");
    assertThat(tell(0, "{\"skip\":\"x\",\"reason\":\"?\"}").code()).isEqualTo("position_invalid");
    assertThat(tell(0, "{}").code()).isEqualTo("command_invalid");
    assertThat(operator(0).post("/actuator/projections/nothing", "{\"rebuild\":\"true\"}").status())
        .isEqualTo(404);
  }

  /// Counted after its commit, by whichever instance followed the partition then.
  private double skipsCounted() {
    return metric(0, "parley.projection.skipped") + metric(1, "parley.projection.skipped");
  }

  private double metric(int instance, String name) {
    return operator(instance)
        .get("/actuator/metrics/" + name + "?tag=projection:messages")
        .body()
        .at("/measurements/0/value")
        .asDouble();
  }
}
