package io.parley.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.query.RunningQueryService;
import io.parley.query.given.Answer;
import io.parley.query.given.GivenRoom;
import io.parley.query.given.People;
import io.parley.schemas.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesIT extends RunningQueryService {
  private final Person sara = People.buyer("سارا");
  private final Person shop = People.vendor("shop");
  private final GivenRoom room = GivenRoom.started(sara, "1", null);

  private Answer messages(String query) {
    return buyer(sara)
        .after(given(room))
        .get("/api/chat/rooms/" + room.id() + "/messages/" + query);
  }

  private void says(int count) {
    for (int i = 1; i <= count; i++) {
      room.says(i % 2 == 0 ? shop : sara, "message " + i);
    }
  }

  @Test
  void theFirstPageHasTheNewestMessagesNewestFirst() {
    says(5);

    var first = messages("?page=1&page_size=2");
    var second = buyer(sara).get(first.body().path("next").asString());
    var third = buyer(sara).get(second.body().path("next").asString());

    assertThat(first.body().path("count").asLong()).isEqualTo(5);
    assertThat(first.body().path("previous").isNull()).isTrue();
    assertThat(first.each("content")).containsExactly("message 5", "message 4");
    assertThat(second.each("content")).containsExactly("message 3", "message 2");
    assertThat(second.body().path("previous").asString()).endsWith("/messages/?page_size=2");
    assertThat(third.each("content")).containsExactly("message 1");
    assertThat(third.body().path("next").isNull()).isTrue();
    assertThat(third.body().path("previous").asString()).endsWith("/messages/?page_size=2&page=2");
  }

  @Test
  void anEmptyRoomHasAnEmptyFirstPage() {
    var page = messages("");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body().path("count").asLong()).isZero();
    assertThat(page.each("id")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "page=0",
        "page=-1",
        "page=x",
        "page=",
        "page=1.5",
        "page=2",
        "page=999999999",
        "page=99999999999999999999"
      })
  void aPageThatIsNotThereIsNotFound(String query) {
    says(3);

    var answer = messages("?" + query);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("page_not_found");
  }

  @ParameterizedTest
  @CsvSource({"10000,200", "201,200", "0,50", "-1,50", "x,50", "3,3"})
  void aPageSizeIsBounded(String size, int expected) {
    says(210);

    assertThat(messages("?page_size=" + size).each("id")).hasSize(expected);
  }

  @Test
  void linksAreThoseThatTheClientSeesThroughProxies() {
    says(2);
    var position = given(room);

    var page =
        buyer(sara)
            .after(position)
            .with("X-Forwarded-Proto", "https")
            .with("X-Forwarded-Host", "shop.example")
            .with("X-Forwarded-Port", "443")
            .get("/api/chat/rooms/" + room.id() + "/messages?page_size=1");

    assertThat(page.body().path("next").asString())
        .isEqualTo(
            "https://shop.example/api/chat/rooms/" + room.id() + "/messages/?page_size=1&page=2");
  }

  @Test
  void afterASequenceMessagesComeOldestFirst() {
    says(5);

    var slice = messages("?after_seq=2&limit=2");
    var next = buyer(sara).get(slice.body().path("next").asString());
    var back = buyer(sara).get(slice.body().path("previous").asString());

    assertThat(slice.each("seq")).containsExactly("3", "4");
    assertThat(next.each("seq")).containsExactly("5", "6");
    assertThat(next.body().path("next").isNull()).isTrue();
    assertThat(back.each("seq")).containsExactly("2");
  }

  @Test
  void beforeASequenceMessagesComeNewestFirst() {
    says(5);

    var slice = messages("?before_seq=6&limit=2");
    var next = buyer(sara).get(slice.body().path("next").asString());
    var back = buyer(sara).get(slice.body().path("previous").asString());

    assertThat(slice.each("seq")).containsExactly("5", "4");
    assertThat(next.each("seq")).containsExactly("3", "2");
    assertThat(next.body().path("next").isNull()).isTrue();
    assertThat(back.each("seq")).containsExactly("6");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "after_seq=x",
        "after_seq=-1",
        "after_seq=",
        "before_seq=x",
        "after_seq=1&limit=0",
        "after_seq=1&limit=x",
        "after_seq=1&before_seq=2",
        "after_seq=99999999999999999999"
      })
  void aSequenceThatIsNoneIsRefused(String query) {
    var answer = messages("?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("parameter_invalid");
  }

  @Test
  void aMessageIsReadWhenAnotherSideFirstReachedIt() {
    var colleague = People.vendor("colleague");
    room.says(sara, "1")
        .says(shop, "2")
        .reads(sara)
        .reads(colleague, 2)
        .says(sara, "3")
        .reads(shop);
    var times = room.events().stream().map(event -> event.time().toString()).toList();

    var results = messages("?after_seq=0").body().path("results");

    assertThat(results.get(0).path("read_at").asString().replace(".000Z", "Z"))
        .isEqualTo(times.get(4));
    assertThat(results.get(1).path("read_at").asString().replace(".000Z", "Z"))
        .isEqualTo(times.get(3));
    assertThat(results.get(2).path("read_at").asString().replace(".000Z", "Z"))
        .isEqualTo(times.get(6));
    assertThat(results.get(2).path("is_read").asBoolean()).isTrue();
  }

  @Test
  void anEditedMessageHasItsNewContentAndADeletedOneNone() {
    room.says(sara, "one").sendsFile(sara, "two", "https://files.example/2").says(sara, "three");
    room.edits(sara, 2, "uno").edits(sara, 2, "eins").edits(sara, 3, "zwei").deletes(sara, 3);

    var results = messages("?after_seq=0").body().path("results");

    assertThat(results.get(0).path("content").asString()).isEqualTo("eins");
    assertThat(results.get(0).path("edited_at").isNull()).isFalse();
    assertThat(results.get(1).path("deleted").asBoolean()).isTrue();
    assertThat(results.get(1).path("content").asString()).isEmpty();
    assertThat(results.get(1).path("file_url").isNull()).isTrue();
    assertThat(results.get(2).path("content").asString()).isEqualTo("three");
    assertThat(results.get(2).path("edited_at").isNull()).isTrue();
  }

  @Test
  void onlyTheSenderSeesItsClientMessageId() {
    room.says(sara, "mine").says(shop, "theirs");

    var results = messages("?after_seq=0").body().path("results");

    assertThat(results.get(0).path("client_message_id").asString())
        .isEqualTo(room.events().get(1).commandId().toString());
    assertThat(results.get(1).has("client_message_id")).isFalse();
    assertThat(results.get(0).path("sender").isNumber()).isTrue();
  }
}
