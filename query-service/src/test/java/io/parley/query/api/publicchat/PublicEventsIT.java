package io.parley.query.api.publicchat;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.query.given.GivenPublicRoom;
import io.parley.query.given.GivenVisitor;
import io.parley.schemas.Json;
import io.parley.schemas.LogPosition;
import io.parley.schemas.event.EventEnvelope;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicEventsIT extends PublicReadingIT {
  private final GivenVisitor rakib = GivenVisitor.introduced("রাকিব");
  private final GivenPublicRoom room =
      GivenPublicRoom.hidden("গোপন").joins(rakib).says(rakib, "হ্যালো").leaves(rakib);

  @Test
  void whoComesBackGetsWhatItMissedInOrder() {
    given(room);

    var answer = inside(room, "events/?after=1&limit=2");

    assertThat(answer.body().path("room_id").asString()).isEqualTo(room.id().toString());
    assertThat(answer.body().path("seq").asLong()).isEqualTo(4);
    assertThat(answer.each("events", "seq")).containsExactly("2", "3");
    assertThat(answer.each("events", "type"))
        .containsExactly(
            "parley.public_room.visitor_joined.v1", "parley.public_room.public_message_sent.v1");
    var sent = answer.body().path("events").get(1);
    EventEnvelope written = room.events().get(2);
    assertThat(sent.path("time").asString()).isEqualTo(Json.time(written.time()));
    assertThat(sent.path("data")).isEqualTo(Json.mapper().valueToTree(written.data()));
  }

  @Test
  void allOfThemComeByDefaultUpToABound() {
    for (int i = 0; i < 300; i++) {
      room.says(rakib, "m " + i);
    }
    given(room);

    assertThat(inside(room, "events/").each("events", "seq")).hasSize(200).startsWith("1");
    assertThat(inside(room, "events/?after=304").each("events", "seq")).isEmpty();
    assertThat(inside(room, "events/?after=304").body().path("seq").asLong()).isEqualTo(304);
  }

  @Test
  void aPositionIsWaitedFor() {
    var position = given(room);

    var answer = client().after(position).get("/api/rooms/" + room.id() + "/events/?after=3");

    assertThat(answer.each("events", "seq")).containsExactly("4");
    assertThat(client().with(LogPosition.HEADER, "x").get("/api/rooms/").status()).isEqualTo(400);
    assertThat(client().with(LogPosition.HEADER, "1-1-1").get("/api/rooms/").body().has("detail"))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"after=x", "after=-1", "limit=0", "limit=201"})
  void whatIsNoNumberIsRefused(String query) {
    assertThat(inside(room, "events/?" + query).status()).isEqualTo(400);
  }

  @Test
  void anUnknownRoomHasNoHistory() {
    assertThat(get("rooms/" + UUID.randomUUID() + "/events/").status()).isEqualTo(404);
  }
}
