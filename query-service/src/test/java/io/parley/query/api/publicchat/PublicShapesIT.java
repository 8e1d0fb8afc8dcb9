package io.parley.query.api.publicchat;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.query.given.GivenPublicRoom;
import io.parley.query.given.GivenVisitor;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicShapesIT extends PublicReadingIT {
  @ParameterizedTest
  @ValueSource(strings = {"status/", "health/"})
  void theStatusCountsWhatIsThere(String path) {
    var rakib = GivenVisitor.introduced("রাকিব");
    var before = get(path).body().path("statistics");
    given(GivenPublicRoom.opened("1").joins(rakib).says(rakib, "1").says(rakib, "2"), rakib);
    given(GivenPublicRoom.hidden("2").joins(rakib));

    var answer = get(path);

    assertThat(answer.http().body())
        .matches(
            """
            \\{"status":"সক্রিয়","server_time":"[-0-9]{10}T[:0-9]{8}\\.\\d{6}\\+00:00",\
            "statistics":\\{"total_rooms":\\d+,"total_users":\\d+,"total_messages":\\d+,\
            "online_users":\\d+,"active_rooms":\\d+},"system_info":\\{"project":"[^"]+",\
            "version":"1.0.0","description":"[^"]+"}}""");
    var now = answer.body().path("statistics");
    assertThat(now.path("total_rooms").asInt() - before.path("total_rooms").asInt()).isEqualTo(2);
    assertThat(now.path("total_users").asInt() - before.path("total_users").asInt()).isEqualTo(1);
    assertThat(now.path("total_messages").asInt() - before.path("total_messages").asInt())
        .isEqualTo(2);
    assertThat(now.path("online_users").asInt() - before.path("online_users").asInt()).isEqualTo(1);
    assertThat(now.path("active_rooms").asInt() - before.path("active_rooms").asInt()).isEqualTo(2);
    assertThat(answer.header("Allow")).hasValue("GET, OPTIONS");
    assertThat(answer.http().headers().allValues("Vary").toString()).contains("Accept", "Origin");
  }

  @Test
  void theRootLeadsToTheLists() {
    var answer = nobody().with("X-Forwarded-Proto", "https").with("X-Forwarded-Host", "x.example");

    assertThat(answer.get("/api/?lang=en").http().body())
        .isEqualTo(
            "{\"rooms\":\"https://x.example/api/rooms/\",\"messages\":\"https://x.example/api/messages/\"}");
  }

  @Test
  void aBrowserSeesAPageInWhichMarkupIsText() {
    var room = GivenPublicRoom.opened("<script>alert(1)</script> & 'রুম'");
    given(room);

    var page = nobody().with("Accept", "text/html,*/*;q=0.8").get("/api/rooms/" + room.id() + "/");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("Content-Type").orElseThrow()).startsWith("text/html").contains("utf-8");
    assertThat(page.http().body())
        .contains("<title>Chat Room Instance</title>", "&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("&quot;max_users&quot; : 100", "রুম")
        .doesNotContain("<script", "<style");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''               | Api Root           | GET, HEAD, OPTIONS
          status/          | System Status      | GET, OPTIONS
          create-user/     | Create User        | POST, OPTIONS
          join-room/       | Join Room          | POST, OPTIONS
          public-rooms/    | Public Rooms       | GET, HEAD, OPTIONS
          rooms/           | Chat Room List     | GET, POST, HEAD, OPTIONS
          rooms/popular/   | Popular            | GET, HEAD, OPTIONS
          rooms/x/         | Chat Room Instance | GET, PUT, PATCH, DELETE, HEAD, OPTIONS
          rooms/x/users/   | Users              | GET, HEAD, OPTIONS
          messages/        | Message List       | GET, POST, HEAD, OPTIONS
          messages/x/      | Message Instance   | GET, HEAD, OPTIONS
          """)
  void whatAPathIsForCanBeAsked(String path, String name, String allow) {
    var answer = client().ask("OPTIONS", "/api/" + path);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Allow")).hasValue(allow);
    assertThat(answer.body().path("name").asString()).isEqualTo(name);
    assertThat(answer.http().body())
        .endsWith(
            "\"renders\":[\"application/json\",\"text/html\"],\"parses\":[\"application/json\",\"application/x-www-form-urlencoded\",\"multipart/form-data\"]}");
  }

  @ParameterizedTest
  @CsvSource({
    "HEAD,   status/,       'GET, OPTIONS'",
    "DELETE, status/,       'GET, OPTIONS'",
    "POST,   rooms/popular/, 'GET, HEAD, OPTIONS'",
    "GET,    create-user/,  'POST, OPTIONS'",
    "PUT,    rooms/,        'GET, POST, HEAD, OPTIONS'"
  })
  void whatCannotBeDoneIsSaid(String method, String path, String allow) {
    var answer = client().ask(method, "/api/" + path);

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.http().headers().allValues("Allow")).containsExactly(allow);
    if (!method.equals("HEAD")) {
      assertThat(answer.body().path("detail").asString())
          .isEqualTo("Method \"" + method + "\" not allowed.");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "rooms/", "public-rooms/", "messages/"})
  void headIsLikeGetWithoutABody(String path) {
    assertThat(client().ask("HEAD", "/api/" + path).status()).isEqualTo(200);
  }

  @Test
  void wordsComeInTheLanguageOfWhoAsks() {
    assertThat(get("status/?lang=en").body().path("status").asString()).isNotEqualTo("সক্রিয়");
    assertThat(
            client()
                .with("Accept-Language", "fa")
                .get("/api/rooms/" + UUID.randomUUID() + "/")
                .body()
                .path("detail")
                .asString())
        .isNotEqualTo("Not found.");
  }
}
