package io.parley.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.query.fresh.FreshComparison;
import io.parley.query.given.Answer;
import io.parley.query.given.GivenLog;
import io.parley.query.given.GivenPublicRoom;
import io.parley.query.given.GivenRoom;
import io.parley.query.given.GivenVisitor;
import io.parley.query.given.Instances;
import io.parley.query.given.People;
import io.parley.query.given.Tokens;
import io.parley.schemas.Person;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A database that hangs, and one that is gone: queries are refused in bounded time and say when
/// to come back, projections wait and lose nothing.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowDatabaseIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Instances instances = new Instances();
  private final Person sara = People.buyer("sara");
  private final GivenRoom room = GivenRoom.started(sara, "1", null).says(sara, "before");
  private final GivenVisitor rakib = GivenVisitor.introduced("রাকিব");
  private final GivenPublicRoom publicRoom =
      GivenPublicRoom.opened("room").joins(rakib).says(rakib, "before");

  @BeforeAll
  void start() {
    instances.start(
        "spring.jdbc.template.query-timeout=1s",
        "spring.datasource.hikari.connection-timeout=1000",
        "parley.query.transaction-timeout=2s");
    append(room, 0);
    try (var log = instances.log()) {
      log.append(rakib.events());
      log.append(publicRoom.events());
    }
    expectMessages("before");
  }

  @AfterAll
  void close() {
    instances.close();
  }

  private void append(GivenRoom to, int from) {
    try (GivenLog log = instances.log()) {
      log.append(to.events().subList(from, to.events().size()));
    }
  }

  private Answer get(String path) {
    return instances
        .running()
        .getFirst()
        .client()
        .with("Accept", "application/json")
        .token(Tokens.buyer(sara))
        .get(path);
  }

  private Answer messages() {
    return get("/api/chat/rooms/" + room.id() + "/messages/");
  }

  private void expectMessages(String... contents) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(messages().each("content")).containsExactly(contents));
  }

  private String state(String projection) {
    return instances
        .running()
        .getFirst()
        .operator()
        .get("/actuator/health")
        .body()
        .at("/components/projections/components/" + projection + "/details/state")
        .asString();
  }

  private void expectState(String projection, String state) {
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(state(projection)).isEqualTo(state));
  }

  private void expectNothingLost() {
    var fresh = instances.running().getFirst().bean(FreshComparison.class);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(fresh.differences()).isEmpty());
  }

  @Test
  void aTableThatHangsHoldsUpOnlyWhoNeedsIt() throws SQLException {
    int before = (int) room.seq();
    try (var other = instances.database().connect();
        var statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("lock table messages.message in access exclusive mode");
      append(room.says(sara, "meanwhile"), before);

      var refused = messages();

      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isPresent();
      assertThat(refused.code()).isEqualTo("unavailable");
      expectState("messages", "WAITING");
      expectState("conversations", "FOLLOWING");
      assertThat(get("/api/chat/rooms/").status()).isEqualTo(200);
      assertThat(get("/api/rooms/").status()).isEqualTo(200);
      other.rollback();
    }
    expectState("messages", "FOLLOWING");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(messages().each("content")).contains("meanwhile"));
    expectNothingLost();
  }

  @Test
  void withoutADatabaseEveryQueryIsToldToComeBackAndNothingIsLost() {
    int before = (int) room.seq();
    instances.letIn(false);
    try {
      append(room.says(sara, "in the dark"), before);
      expectState("messages", "WAITING");

      assertThat(messages().code()).isEqualTo("unavailable");
      for (String path : privatePaths()) {
        assertThat(get(path).status()).as(path).isEqualTo(503);
        assertThat(get(path).header("Retry-After")).as(path).isPresent();
      }
      for (String path : publicPaths()) {
        var answer = get(path);
        assertThat(answer.status()).as(path).isEqualTo(503);
        assertThat(answer.header("Retry-After")).as(path).isPresent();
        assertThat(answer.header("Content-Type")).as(path).hasValue("application/json");
        assertThat(answer.body().path("detail").asString()).as(path).isNotEmpty();
      }
    } finally {
      instances.letIn(true);
    }
    expectState("messages", "FOLLOWING");
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(messages().each("content")).contains("in the dark"));
    expectNothingLost();
  }

  private List<String> privatePaths() {
    return Stream.of("", room.id() + "/", room.id() + "/messages/", room.id() + "/events/")
        .map(path -> "/api/chat/rooms/" + path)
        .toList();
  }

  private List<String> publicPaths() {
    String inside = "rooms/" + publicRoom.id() + "/";
    return Stream.of("rooms/", "messages/", "status/", inside, inside + "messages/")
        .map(path -> "/api/" + path)
        .toList();
  }
}
