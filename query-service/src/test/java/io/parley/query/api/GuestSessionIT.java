package io.parley.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.query.RunningQueryService;
import io.parley.query.given.GivenGuest;
import io.parley.query.given.People;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuestSessionIT extends RunningQueryService {
  @Test
  void aGuestSeesItsOwnSession() {
    var guest = GivenGuest.opened("فایرفاکس");
    var position = given(guest);

    var session = nobody().guest(guest).after(position).get("/api/chat/guest-session/");

    assertThat(session.status()).isEqualTo(200);
    assertThat(session.body().path("session_id").asString()).isEqualTo(guest.session().toString());
    assertThat(session.body().path("identifier").asString()).isEqualTo("فایرفاکس");
    assertThat(session.body().path("linked").asBoolean()).isFalse();
    assertThat(session.http().body()).doesNotContain(guest.id().toString());
  }

  @Test
  void aLinkedGuestIsStillAGuest() {
    var guest = GivenGuest.opened("firefox").linkedTo("42", "sara");
    var position = given(guest);

    var session = nobody().guest(guest).after(position).get("/api/chat/guest-session/");

    assertThat(session.body().path("linked").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"guest-session/", "rooms/", "rooms/x/", "rooms/x/messages/"})
  void anUnknownSessionIsNobody(String path) {
    var answer =
        nobody().with("X-Guest-Session", UUID.randomUUID().toString()).get("/api/chat/" + path);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("guest_session_unknown");
  }

  @Test
  void thePublicIdOpensNothing() {
    var guest = GivenGuest.opened("firefox");
    given(guest);

    var answer =
        nobody().with("X-Guest-Session", guest.id().toString()).get("/api/chat/guest-session/");

    assertThat(answer.status()).isEqualTo(401);
  }

  @Test
  void anAccountHasNoGuestSession() {
    assertThat(buyer(People.buyer("sara")).get("/api/chat/guest-session/").status()).isEqualTo(403);
  }

  @Test
  void aSessionThatIsNoUuidIsRefused() {
    assertThat(nobody().with("X-Guest-Session", "1-1-1-1-1").get("/api/chat/rooms/").status())
        .isEqualTo(401);
  }
}
