package io.parley.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.query.RunningQueryService;
import io.parley.query.fresh.FreshComparison;
import io.parley.query.given.GivenHistory;
import io.parley.query.given.GivenPublicHistory;
import io.parley.query.given.GivenRoom;
import io.parley.query.given.People;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FollowingTheLogIT extends RunningQueryService {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired private FreshComparison fresh;

  @Test
  void theLiveReadModelsAreWhatTheLogSays() {
    var random = new Random(42);
    for (int round = 0; round < 5; round++) {
      var steps = random.ints(200, 0, 1_000).boxed().toList();
      var events = new ArrayList<>(GivenHistory.of(steps));
      events.addAll(GivenPublicHistory.of(steps));
      try (var log = log()) {
        log.append(events);
        log.append(events.subList(50, 150));
      }
    }

    await().atMost(PATIENCE).untilAsserted(() -> assertThat(fresh.differences()).isEmpty());
  }

  @Test
  void aTypeOfTheFutureIsSkippedAndShownInHealth() {
    var sara = People.buyer("sara");
    var room = GivenRoom.started(sara, "1", null).says(sara, "?").says(sara, "still there");
    try (var log = log()) {
      log.append(room.events().subList(0, 1));
      var future = log.record(room.events().get(1));
      future.headers().remove("ce_type");
      future.headers().add("ce_type", "parley.room.danced.v1".getBytes(StandardCharsets.UTF_8));
      log.append(future);
      var position = log.append(room.events().subList(2, 3));

      assertThat(
              buyer(sara)
                  .after(position)
                  .get("/api/chat/rooms/" + room.id() + "/messages/")
                  .each("content"))
          .containsExactly("still there");
    }

    var health = nobody().get("/actuator/health").body().path("components").path("projections");
    assertThat(health.path("status").asString()).isEqualTo("UP");
    var skipped = health.at("/components/messages/details/skipped_unknown_types");
    assertThat(skipped.path("parley.room.danced.v1").asLong()).isEqualTo(1);
  }

  @Test
  void itIsReadyWhenItHasCaughtUp() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(nobody().get("/actuator/health/readiness").status()).isEqualTo(200));

    var health = nobody().get("/actuator/health").body().path("components");
    assertThat(health.at("/catchUp/status").asString()).isEqualTo("UP");
    for (String name :
        List.of(
            "conversations",
            "messages",
            "timeline",
            "search",
            "guests",
            "statistics",
            "public_rooms",
            "oversight")) {
      assertThat(health.at("/projections/components/" + name + "/details/state").asString())
          .isEqualTo("FOLLOWING");
    }
  }
}
