package io.parley.query.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.query.fresh.FreshComparison;
import io.parley.query.given.GivenPublicRoom;
import io.parley.query.given.GivenRoom;
import io.parley.query.given.GivenVisitor;
import io.parley.query.given.Instances;
import io.parley.query.given.Instances.Instance;
import io.parley.query.given.People;
import io.parley.query.given.Tokens;
import io.parley.schemas.LogPosition;
import io.parley.schemas.Person;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two instances share the partitions of each projection, and each answers for all of them.
class TwoInstancesIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Instances instances = new Instances();
  private final Person sara = People.buyer("sara");

  @AfterEach
  void close() {
    instances.close();
  }

  private Instance startReady() {
    var instance = instances.start();
    await()
        .atMost(PATIENCE)
        .until(() -> instance.operator().get("/actuator/health/readiness").status() == 200);
    return instance;
  }

  private static Set<Integer> follows(Instance instance) {
    return instance.bean(LiveProjections.class).positions("messages").keySet();
  }

  /// Rooms in many partitions, each read with its position from this instance.
  private void expectReadYourWrites(Instance instance) {
    try (var log = instances.log()) {
      for (int i = 0; i < 12; i++) {
        var room = GivenRoom.started(sara, People.newId(), null).says(sara, "hello");
        LogPosition position = log.append(room.events());
        var answer =
            instance
                .client()
                .token(Tokens.buyer(sara))
                .after(position)
                .get("/api/chat/rooms/" + room.id() + "/messages/");
        assertThat(answer.each("content")).as(answer.toString()).containsExactly("hello");
      }
    }
  }

  /// Read without a position, as soon as it is in the log.
  private void expectPublicReadsToBeComplete(Instance instance) {
    var rakib = GivenVisitor.introduced("রাকিব");
    try (var log = instances.log()) {
      for (int i = 0; i < 6; i++) {
        var room = GivenPublicRoom.opened("room").joins(rakib).says(rakib, "now");
        log.append(room.events());
        assertThat(
                instance
                    .client()
                    .get("/api/rooms/" + room.id() + "/messages/")
                    .each("messages", "content"))
            .containsExactly("now");
      }
    }
  }

  @Test
  void eachAnswersForAllAndTheOtherTakesOverWhenOneEnds() {
    var first = startReady();
    var second = startReady();
    await().atMost(PATIENCE).until(() -> !follows(first).isEmpty() && !follows(second).isEmpty());
    var both = new ArrayList<>(follows(first));
    both.addAll(follows(second));
    assertThat(both).doesNotHaveDuplicates();
    assertThat(new HashSet<>(both)).containsAll(IntStream.range(0, 12).boxed().toList());

    for (var instance : List.of(first, second)) {
      expectReadYourWrites(instance);
      expectPublicReadsToBeComplete(instance);
    }

    first.close();
    await().atMost(PATIENCE).until(() -> follows(second).size() == 12);
    expectReadYourWrites(second);
    var fresh = second.bean(FreshComparison.class);
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(fresh.differences()).isEmpty());
  }
}
