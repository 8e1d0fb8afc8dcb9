package io.parley.query.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.query.fresh.FreshComparison;
import io.parley.query.given.GivenRoom;
import io.parley.query.given.Instances;
import io.parley.query.given.Instances.Instance;
import io.parley.query.given.People;
import io.parley.query.given.Tokens;
import io.parley.schemas.LogPosition;
import io.parley.schemas.Person;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// A database that an older version has filled: its rows have nothing of what was added since.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpgradeIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String REBUILD = "{\"rebuild\":\"true\"}";

  /// Takes back the migrations that came after the first release.
  private static final String AS_IT_WAS =
      """
      alter table conversations.room drop column waiting_since, drop column product_id;
      create index room_by_vendor
        on conversations.room (vendor_id, updated_at desc, room_id desc);
      drop table conversations.outdated;
      delete from conversations.flyway_schema_history where version in ('2.1', '3');
      """;

  private final Instances instances = new Instances();
  private final Person shop = People.vendor("فروشگاه");
  private final String vendorId = People.newId();

  @AfterAll
  void close() {
    instances.close();
  }

  private GivenRoom waiting() {
    var room = GivenRoom.started(People.buyer("سارا"), vendorId, People.product("کیف"));
    return room.says(room.buyer(), "سلام").says(room.buyer(), "هستید؟");
  }

  private LogPosition append(GivenRoom room) {
    try (var log = instances.log()) {
      return log.append(room.events());
    }
  }

  private JsonNode queue(Instance instance, LogPosition position) {
    return instance
        .client()
        .token(Tokens.vendor(shop, vendorId))
        .after(position)
        .get("/api/chat/vendor/rooms/?sort=waiting")
        .body()
        .path("results");
  }

  private static JsonNode outdated(Instance instance) {
    return instance.operator().get("/actuator/projections/conversations").body().path("outdated");
  }

  @BeforeEach
  void anOlderVersionWasHere() throws SQLException {
    try (var first = instances.start()) {
      assertThat(queue(first, append(waiting()))).isNotEmpty();
      assertThat(outdated(first)).isEmpty();
    }
    try (var connection = instances.database().connect();
        var statement = connection.createStatement()) {
      statement.execute(AS_IT_WAS);
    }
  }

  @Test
  void whereThereIsOneInstanceItMendsTheRowsByItself() {
    var upgraded = instances.start("parley.query.rebuild-outdated=true");

    expectMended(upgraded);
  }

  @Test
  void whereThereMayBeOthersAnOperatorIsToldAndDoesIt() {
    var upgraded = instances.start();
    var position = append(waiting());

    assertThat(queue(upgraded, position).valueStream().filter(UpgradeIT::hasWaitingSince))
        .as("the rows that this version has made")
        .hasSize(1);
    assertThat(outdated(upgraded)).hasSize(1);

    upgraded.operator().post("/actuator/projections/conversations", REBUILD);
    expectMended(upgraded);
  }

  private static boolean hasWaitingSince(JsonNode room) {
    return room.path("waiting_since").isString();
  }

  private void expectMended(Instance upgraded) {
    var position = append(waiting());
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(outdated(upgraded)).isEmpty();
              assertThat(queue(upgraded, position)).allMatch(UpgradeIT::hasWaitingSince);
            });
    assertThat(upgraded.bean(FreshComparison.class).differences()).isEmpty();
    upgraded.close();
  }
}
