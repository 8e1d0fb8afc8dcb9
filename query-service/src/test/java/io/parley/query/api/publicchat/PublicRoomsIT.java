package io.parley.query.api.publicchat;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.query.given.GivenPublicRoom;
import io.parley.query.given.GivenVisitor;
import io.parley.schemas.Json;
import io.parley.schemas.PublicRoomSettings;
import io.parley.schemas.PublicTime;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicRoomsIT extends PublicReadingIT {
  private final GivenVisitor rakib = GivenVisitor.introduced("রাকিব");
  private final GivenVisitor sara = GivenVisitor.introduced("سارا 🦜");

  private static String dhaka(GivenPublicRoom room) {
    return PublicTime.dhaka(room.events().getFirst().time());
  }

  private static String zulu(GivenPublicRoom room) {
    return PublicTime.zulu(room.events().getFirst().time());
  }

  @RepeatedTest(20)
  void whoWroteReadsItWithoutNamingAPosition() {
    var room = GivenPublicRoom.opened("এইমাত্র").joins(rakib).says(rakib, "now");
    given(room, rakib);

    assertThat(inside(room, "messages/").each("messages", "content")).containsExactly("now");
  }

  @Test
  void aRoomHasTheShapeItAlwaysHad() {
    var settings = new PublicRoomSettings("খেলাধুলা", "ক্রিকেট, ফুটবল", true, 150);
    var room = GivenPublicRoom.opened(settings).joins(rakib).joins(rakib).says(rakib, "1");
    given(room, rakib);

    var answer = inside(room, "");

    assertThat(answer.http().body())
        .isEqualTo(
            """
            {"id":"%s","name":"খেলাধুলা","description":"ক্রিকেট, ফুটবল","is_public":true,\
            "max_users":150,"online_users_count":1,"total_messages_count":1,\
            "created_at":"%s","updated_at":"%s"}"""
                .formatted(room.id(), dhaka(room), dhaka(room)));
    assertThat(answer.header("Content-Type")).hasValue("application/json");
    assertThat(answer.header("Allow")).hasValue("GET, PUT, PATCH, DELETE, HEAD, OPTIONS");
  }

  @Test
  void anyFormOfItsIdLeadsToARoom() {
    var room = GivenPublicRoom.opened("1");
    given(room);
    String hex = room.id().toString().replace("-", "").toUpperCase(Locale.ROOT);

    assertThat(get("rooms/" + hex + "/").body().path("id").asString())
        .isEqualTo(room.id().toString());
    assertThat(get("rooms/" + hex + "/stats/").status()).isEqualTo(200);
  }

  @Test
  void theBusiestComeFirst() {
    var quiet = GivenPublicRoom.opened("quiet");
    var busy = GivenPublicRoom.opened("busy").joins(rakib).joins(sara).says(sara, "1");
    busy.joins(GivenVisitor.stranger("3")).joins(GivenVisitor.stranger("4")).says(sara, "2");
    given(busy, rakib, sara);
    given(quiet);

    var listed = get("public-rooms/");
    assertThat(listed.body().path("status").asString()).isEqualTo("success");
    assertThat(listed.body().path("count").asInt()).isEqualTo(listed.body().path("rooms").size());
    var ids = listed.each("rooms", "id");
    assertThat(ids.indexOf(busy.id().toString())).isLessThan(ids.indexOf(quiet.id().toString()));
    assertThat(
            Json.mapper()
                .writeValueAsString(
                    listed.body().path("rooms").get(ids.indexOf(busy.id().toString()))))
        .isEqualTo(
            """
            {"id":"%s","name":"busy","description":null,"online_users":4,"total_messages":2,\
            "max_users":100,"created_at":"%s","updated_at":"%s"}"""
                .formatted(busy.id(), zulu(busy), zulu(busy)));
    assertThat(get("rooms/popular/").each("rooms", "id"))
        .contains(busy.id().toString())
        .hasSizeLessThanOrEqualTo(10);
  }

  @Test
  void aHiddenRoomIsNotListedButItsStatisticsAre() {
    var hidden = GivenPublicRoom.hidden("গোপন").joins(rakib).says(rakib, "psst");
    given(hidden, rakib);

    assertThat(inside(hidden, "").http().body()).isEqualTo("{\"detail\":\"Not found.\"}");
    assertThat(inside(hidden, "messages/").status()).isEqualTo(404);
    assertThat(inside(hidden, "users/").status()).isEqualTo(404);
    assertThat(get("public-rooms/").each("rooms", "id")).doesNotContain(hidden.id().toString());
    assertThat(get("rooms/").each("id")).doesNotContain(hidden.id().toString());
    var stats = inside(hidden, "stats/");
    assertThat(stats.http().body())
        .startsWith(
            """
            {"room_id":"%s","room_name":"গোপন","online_users":1,"total_messages":1,\
            "max_users":100,"is_public":false,"created_at":"%s","updated_at":"%s",\
            "recent_messages":[{"""
                .formatted(hidden.id(), zulu(hidden), zulu(hidden)));
    assertThat(stats.each("recent_messages", "content")).containsExactly("psst");
  }

  @Test
  void aDeletedRoomIsGone() {
    var room = GivenPublicRoom.opened("1").joins(rakib).says(rakib, "1").deletes();
    given(room, rakib);

    assertThat(inside(room, "").status()).isEqualTo(404);
    assertThat(inside(room, "stats/").status()).isEqualTo(404);
    assertThat(get("messages/?room_id=" + room.id()).body().path("count").asInt()).isZero();
  }

  @Test
  void whoIsInIsThereOnceTheLastToComeFirst() {
    var room = GivenPublicRoom.opened("1").joins(rakib).joins(sara).joins(rakib);
    given(room, rakib, sara);

    var users = inside(room, "users/");

    assertThat(users.http().body())
        .startsWith("{\"room_id\":\"" + room.id() + "\",\"online_users\":[{\"id\":")
        .endsWith("],\"total_online\":2}");
    assertThat(users.each("online_users", "username")).containsExactly("سارا 🦜", "রাকিব");
    assertThat(Json.mapper().writeValueAsString(users.body().path("online_users").get(0)))
        .isEqualTo(
            """
            {"id":"%s","username":"سارا 🦜","color":"#007bff","is_online":true,\
            "last_seen":"%s","created_at":"%s"}"""
                .formatted(
                    sara.id(),
                    PublicTime.dhaka(room.events().get(2).time()),
                    PublicTime.dhaka(sara.events().getFirst().time())));
  }

  @Test
  void pagesHaveAbsoluteAddresses() {
    for (int i = 0; i < 101; i++) {
      given(GivenPublicRoom.opened("room " + i));
    }
    var behindTls =
        client().with("X-Forwarded-Proto", "https").with("X-Forwarded-Host", "x.example");

    var first = behindTls.get("/api/rooms/");
    assertThat(first.each("id")).hasSize(100);
    assertThat(first.body().path("count").asInt()).isGreaterThan(100);
    assertThat(first.body().path("previous").isNull()).isTrue();
    assertThat(first.body().path("next").asString())
        .isEqualTo("https://x.example/api/rooms/?page=2");
    var second = behindTls.get("/api/rooms/?page=2");
    assertThat(second.body().path("previous").asString()).isEqualTo("https://x.example/api/rooms/");
    assertThat(second.each("id")).isNotEmpty().doesNotContainAnyElementsOf(first.each("id"));
    assertThat(get("rooms/?page=last").body().path("next").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "", "100000", "999999999", "9999999999", "1.0"})
  void aPageThatIsNotThereIsNotFound(String page) {
    var answer = get("rooms/?page=" + page);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body().size()).isEqualTo(1);
    assertThat(answer.http().body()).isEqualTo("{\"detail\":\"Invalid page.\"}");
  }

  @Test
  void whatIsNotThereIsSaidAsItAlwaysWas() {
    assertThat(get("rooms/" + UUID.randomUUID() + "/").http().body())
        .isEqualTo("{\"detail\":\"Not found.\"}");
    assertThat(get("rooms/not-a-uuid/").http().body()).isEqualTo("{\"detail\":\"Not found.\"}");
    assertThat(get("rooms/not-a-uuid/stats/").status()).isEqualTo(404);
    var stats = get("rooms/" + UUID.randomUUID() + "/stats/");
    assertThat(stats.status()).isEqualTo(404);
    assertThat(stats.http().body())
        .isEqualTo("{\"status\":\"error\",\"message\":\"রুম খুঁজে পাওয়া যায়নি\"}");
  }
}
