package io.parley.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.query.RunningQueryService;
import io.parley.query.given.Answer;
import io.parley.query.given.GivenRoom;
import io.parley.query.given.People;
import io.parley.schemas.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventsIT extends RunningQueryService {
  private final Person sara = People.buyer("sara");
  private final Person shop = People.vendor("shop");
  private final GivenRoom room = GivenRoom.started(sara, "41", People.product("کفش"));

  private Answer events(String query) {
    return buyer(sara).after(given(room)).get("/api/chat/rooms/" + room.id() + "/events/" + query);
  }

  @Test
  void whoComesBackGetsWhatHappenedSince() {
    room.says(sara, "1").says(shop, "2").reads(sara).archives(shop);

    var history = events("?after_seq=2&limit=2");

    assertThat(history.body().path("seq").asLong()).isEqualTo(5);
    assertThat(history.body().path("more").asBoolean()).isTrue();
    assertThat(history.each("seq")).containsExactly("3", "4");
    assertThat(history.each("type"))
        .containsExactly("parley.room.message_sent.v1", "parley.room.messages_read.v1");
    assertThat(events("?after_seq=4").body().path("more").asBoolean()).isFalse();
    assertThat(events("?after_seq=5").each("seq")).isEmpty();
  }

  @Test
  void fromTheBeginningThereIsEverything() {
    room.says(sara, "سلام");

    var results = events("").body().path("results");

    assertThat(results.get(0).path("data").path("product").path("title").asString())
        .isEqualTo("کفش");
    assertThat(results.get(0).path("data").path("vendor_id").asLong()).isEqualTo(41);
    assertThat(results.get(1).path("data").path("content").asString()).isEqualTo("سلام");
  }

  @Test
  void onlyWhoSentACommandSeesItsId() {
    room.says(sara, "mine").says(shop, "theirs");

    var results = events("").body().path("results");

    assertThat(results.get(1).path("command_id").asString())
        .isEqualTo(room.events().get(1).commandId().toString());
    assertThat(results.get(2).has("command_id")).isFalse();
  }

  @Test
  void whatWasDeletedIsNowhere() {
    room.sendsFile(sara, "secret one", "https://files.example/secret");
    room.says(shop, "fine").edits(sara, 2, "secret two").deletes(sara, 2);

    var history = events("");

    assertThat(history.http().body()).doesNotContain("secret").contains("fine");
    assertThat(history.each("seq")).containsExactly("1", "2", "3", "4", "5");
    var sent = history.body().path("results").get(1).path("data");
    assertThat(sent.path("content").asString()).isEmpty();
    assertThat(sent.path("file_url").isNull()).isTrue();
    assertThat(history.body().path("results").get(3).path("data").has("file_url")).isFalse();
  }

  @Test
  void theNumberOfEventsIsBounded() {
    for (int i = 0; i < 1_100; i++) {
      room.says(sara, "message " + i);
    }

    assertThat(events("?limit=5000").each("seq")).hasSize(1_000);
    assertThat(events("").each("seq")).hasSize(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"after_seq=x", "after_seq=-1", "limit=0", "limit=x"})
  void whatIsNoNumberIsRefused(String query) {
    var answer = events("?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("parameter_invalid");
  }
}
