package io.parley.command;

import static io.parley.command.People.NASRIN;
import static io.parley.command.People.SARA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.parley.backends.TestBackends;
import io.parley.schemas.Ids;
import io.parley.schemas.event.GuestEvent.GuestRoomAdopted;
import io.parley.schemas.event.RoomEvent.ParticipantAttached;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// A guest who turns out to be an account.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkingIT {
  private final Node node = Node.start(TestBackends.topicPrefix(), "linking");
  private final EventLog log = new EventLog(node.topics());
  private final Client sara = node.client().as(SARA);

  @AfterAll
  void stop() {
    node.close();
  }

  private static Map<String, Object> about(Object product) {
    return Map.of("vendor_id", 1, "product_id", product);
  }

  private static Client.Answer link(Client client, UUID session) {
    return client.post("/api/chat/link-guest-session/", Map.of("guest_session_id", session));
  }

  private boolean isIn(Client client, UUID room) {
    return client.post("/api/chat/rooms/" + room + "/mark_read/").status() == 200;
  }

  @Test
  void theGuestsRoomsAreTheAccountsWhenItAnswers() {
    var session = node.client().becomeGuest("guest");
    var guest = node.client().asGuest(session);
    var room = guest.post("/api/chat/start/", about("linked")).id("room_id");
    assertThat(isIn(sara, room)).isFalse();

    var linked = link(sara, session);
    assertThat(linked.status()).isEqualTo(200);
    assertThat(linked.body().required("user_id").asInt()).isEqualTo(42);
    assertThat(linked.id("guest_id")).isEqualTo(Ids.guest(session));
    assertThat(linked.body().at("/rooms/0").asString()).isEqualTo(room.toString());
    assertThat(isIn(sara, room)).isTrue();
    assertThat(isIn(guest, room)).isTrue();

    var again = sara.post("/api/chat/start/", about("linked"));
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.id("room_id")).isEqualTo(room);
  }

  @Test
  void twiceIsOnceAndAnotherAccountIsTooLate() {
    var session = node.client().becomeGuest("guest");
    var room =
        node.client().asGuest(session).post("/api/chat/start/", about("twice")).id("room_id");
    assertThat(link(sara, session).status()).isEqualTo(200);
    assertThat(link(sara, session).status()).isEqualTo(200);

    var late = link(node.client().as(NASRIN), session);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text("code")).isEqualTo("guest_session_linked");
    assertThat(log.happenedTo(room)).filteredOn(ParticipantAttached.class::isInstance).hasSize(1);
  }

  @Test
  void whatAGuestStartsAfterwardsIsTheAccountsTooByItself() {
    var session = node.client().becomeGuest("guest");
    link(sara, session);
    var room =
        node.client().asGuest(session).post("/api/chat/start/", about("later")).id("room_id");

    await().atMost(ONE_MINUTE).until(() -> isIn(sara, room));
    assertThat(log.happenedTo(Ids.guest(session)))
        .filteredOn(GuestRoomAdopted.class::isInstance)
        .hasSize(1);
    await()
        .atMost(ONE_MINUTE)
        .until(() -> sara.post("/api/chat/start/", about("later")).id("room_id").equals(room));
  }

  @Test
  void alsoRoomsThatAreOpenedInTheSameSecond() {
    var session = node.client().becomeGuest("guest");
    var guest = node.client().asGuest(session);
    var started =
        List.of("a", "b", "c", "d").stream()
            .map(p -> CompletableFuture.supplyAsync(() -> guest.post("/api/chat/start/", about(p))))
            .toList();
    assertThat(link(sara, session).status()).isEqualTo(200);

    for (var start : started) {
      var room = start.join().id("room_id");
      await().atMost(ONE_MINUTE).until(() -> isIn(sara, room));
    }
  }

  @Test
  void whatCannotBeLinked() {
    assertThat(link(sara, UUID.randomUUID()).text("code")).isEqualTo("guest_session_not_found");
    var session = node.client().becomeGuest("guest");
    assertThat(link(node.client(), session).status()).isEqualTo(401);
    assertThat(link(node.client().asGuest(session), session).status()).isEqualTo(403);
    assertThat(sara.post("/api/chat/link-guest-session/", Map.of()).text("code"))
        .isEqualTo("guest_session_id_missing");
  }
}
