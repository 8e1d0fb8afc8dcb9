package io.parley.query.api.publicchat;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.query.given.Answer;
import io.parley.query.given.GivenPublicRoom;
import io.parley.query.given.GivenVisitor;
import io.parley.schemas.Ids;
import io.parley.schemas.MessageType;
import io.parley.schemas.PublicTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicMessagesIT extends PublicReadingIT {
  private static final int SENT = 130;

  private final GivenVisitor rakib = GivenVisitor.introduced("রাকিব");
  private final GivenPublicRoom room = GivenPublicRoom.opened("কথা").joins(rakib);

  @BeforeEach
  void messages() {
    for (int i = 0; i < SENT; i++) {
      room.says(rakib, "বার্তা " + i);
    }
    given(room, rakib);
  }

  private static List<String> seqs(long from, long to) {
    return LongStream.rangeClosed(from, to)
        .map(i -> to + from - i)
        .mapToObj(String::valueOf)
        .toList();
  }

  private List<String> seqsOf(Answer answer) {
    return answer.each("messages", "seq");
  }

  @Test
  void theNewestHundredComeAndAllAreCounted() {
    var answer = inside(room, "messages/");

    assertThat(seqsOf(answer)).isEqualTo(seqs(33, 132));
    assertThat(answer.body().path("total_messages").asInt()).isEqualTo(SENT);
    assertThat(answer.body().path("room_name").asString()).isEqualTo("কথা");
  }

  @Test
  void aMessageHasTheShapeItAlwaysHadAndItsSequence() {
    var last = room.events().getLast();

    assertThat(inside(room, "messages/?limit=1").http().body())
        .isEqualTo(
            """
            {"room_id":"%s","room_name":"কথা","messages":[{"id":"%s","user":{"id":"%s",\
            "username":"রাকিব","color":"#007bff","is_online":true,"last_seen":"%s",\
            "created_at":"%s"},"content":"বার্তা 129","message_type":"text","file_url":null,\
            "timestamp":"%s","seq":132}],"total_messages":130}"""
                .formatted(
                    room.id(),
                    room.lastId(),
                    rakib.id(),
                    PublicTime.dhaka(last.time()),
                    PublicTime.dhaka(rakib.events().getFirst().time()),
                    PublicTime.dhaka(last.time())));
  }

  @ParameterizedTest
  @CsvSource({
    "before=33,                3, 32",
    "before=33&limit=5,        28, 32",
    "after=100,                101, 132",
    "after=0&limit=4,          3, 6",
    "after=10&before=14,       11, 13",
    "after=10&before=50&limit=2, 48, 49",
    "before=&after=&limit=,    33, 132"
  })
  void aSequencePagesWithoutACount(String query, long from, long to) {
    assertThat(seqsOf(inside(room, "messages/?" + query))).isEqualTo(seqs(from, to));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          before=x          | {"before":["A valid integer is required."]}
          limit=1.5         | {"limit":["A valid integer is required."]}
          limit=0           | {"limit":["Ensure this value is greater than or equal to 1."]}
          limit=101         | {"limit":["Ensure this value is less than or equal to 100."]}
          after=-1&before=y | {"before":["A valid integer is required."],"after":["Ensure this value is greater than or equal to 0."]}
          """)
  void whatIsNoNumberIsRefused(String query, String body) {
    var answer = inside(room, "messages/?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.http().body()).isEqualTo(body);
  }

  @Test
  void everyMessageOfARoomCanBeReachedByPages() {
    String path = "messages/?room_id=" + room.id();
    var first = get(path);
    assertThat(first.body().path("count").asInt()).isEqualTo(SENT);
    assertThat(first.each("seq")).isEqualTo(seqs(33, 132));

    var second = client().get(first.body().path("next").asString());

    assertThat(second.each("seq")).isEqualTo(seqs(3, 32));
    assertThat(second.body().path("next").isNull()).isTrue();
    assertThat(second.body().path("previous").asString()).endsWith("/api/" + path);
  }

  @Test
  void allRoomsMessagesAreOneListHiddenOnesToo() {
    long before = get("messages/").body().path("count").asLong();
    var hidden = GivenPublicRoom.hidden("গোপন").says(rakib, "psst 🤫");
    given(hidden);

    var all = get("messages/");

    assertThat(all.body().path("count").asLong()).isEqualTo(before + 1);
    assertThat(all.each("content")).hasSize(100).first().isEqualTo("psst 🤫");
  }

  @Test
  void oneMessageIsFoundByItsId() {
    room.sends(rakib.now(), "ছবি", MessageType.IMAGE, "https://files.example/1.png");
    try (var log = log()) {
      log.append(room.events().subList(132, 133));
    }

    var answer = get("messages/" + room.lastId() + "/");

    assertThat(answer.body().path("content").asString()).isEqualTo("ছবি");
    assertThat(answer.body().path("message_type").asString()).isEqualTo("image");
    assertThat(answer.body().path("file_url").asString()).isEqualTo("https://files.example/1.png");
    for (Object other : List.of(UUID.randomUUID(), Ids.event(room.id(), 1), "x")) {
      assertThat(get("messages/" + other + "/").http().body())
          .isEqualTo("{\"detail\":\"Not found.\"}");
    }
  }

  @Test
  void aRoomIdThatIsNoUuidIsRefused() {
    var answer = get("messages/?room_id=nope");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.http().body()).isEqualTo("{\"room_id\":[\"Must be a valid UUID.\"]}");
    assertThat(get("messages/?room_id=" + UUID.randomUUID()).http().body())
        .isEqualTo("{\"count\":0,\"next\":null,\"previous\":null,\"results\":[]}");
  }
}
