package io.parley.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.query.RunningQueryService;
import io.parley.query.given.GivenRoom;
import io.parley.query.given.People;
import io.parley.schemas.LogPosition;
import io.parley.schemas.Person;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PositionIT extends RunningQueryService {
  private final Person sara = People.buyer("sara");

  @RepeatedTest(20)
  void whoWroteReadsIt() {
    var room = GivenRoom.started(sara, "1", null).says(sara, "just now");

    var messages =
        buyer(sara).after(given(room)).get("/api/chat/rooms/" + room.id() + "/messages/");

    assertThat(messages.each("content")).containsExactly("just now");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1", "1-", "-1-1", "1-x", "12-0", "999999999-0", "1-1-1", "1.0-0"})
  void aPositionOfAnotherFormIsRefused(String position) {
    var answer = buyer(sara).with(LogPosition.HEADER, position).get("/api/chat/rooms/");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("position_invalid");
  }

  @Test
  void aPositionThatIsNotReachedIsNotWaitedForForEver() {
    var answer = buyer(sara).with(LogPosition.HEADER, "3-1000000").get("/api/chat/rooms/");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.code()).isEqualTo("projection_behind");
    assertThat(answer.header("Retry-After")).hasValue("1");
  }

  @Test
  void aPositionBeforeEverythingAsksForNothing() {
    assertThat(buyer(sara).with(LogPosition.HEADER, "3--1").get("/api/chat/rooms/").status())
        .isEqualTo(200);
  }
}
