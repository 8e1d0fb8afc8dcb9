package io.parley.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.standalone.client.Answer;
import io.parley.standalone.client.Client;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// A guest signs in, and what was the guest's is the account's too.
class LinkedGuestIT extends RunningParley {
  private static final int GUESTS = 20;

  private static Answer link(Client buyer, Client guest) {
    return buyer.post("/link-guest-session/", Map.of("guest_session_id", guest.session()));
  }

  @Test
  void theGuestsRoomsBecomeTheAccounts() {
    var guest = parley().guest();
    var vendor = parley().vendor();
    var buyer = parley().buyer();
    UUID room = guest.start(vendor, 101).expect(201).id("room_id");
    guest.write(room, "سلام");

    link(buyer, guest).expect(200);

    var again = buyer.start(vendor, 101).expect(200);
    assertThat(again.id("room_id")).isEqualTo(room);
    assertThat(buyer.get("/rooms/").each("room_id")).containsExactly(room.toString());
    var written = buyer.write(room, "من همان مهمانم");
    assertThat(guest.seeing(written).get("/rooms/" + room + "/messages/").each("content"))
        .containsExactlyInAnyOrder("سلام", "من همان مهمانم");
    assertThat(buyer.get("/rooms/" + room + "/").text("guest_session")).isEmpty();
  }

  @Test
  void theAnswerNamesThePlaceOfEveryRoomThatIsTheAccountsNow() {
    var guest = parley().guest();
    var buyer = parley().buyer();
    var rooms = new ArrayList<String>();
    for (int product = 1; product <= 8; product++) {
      rooms.add(guest.start(parley().vendor(), product).expect(201).text("room_id"));
    }

    var linked = link(buyer, guest).expect(200);

    assertThat(linked.position().orElseThrow()).contains(",");
    assertThat(buyer.seeing(linked).get("/rooms/").each("room_id"))
        .containsExactlyInAnyOrderElementsOf(rooms);
  }

  @Test
  void itIsLinkedOnceAndToOneAccountOnly() {
    var guest = parley().guest();
    var buyer = parley().buyer();
    link(buyer, guest).expect(200);
    link(buyer, guest).expect(200);
    link(parley().buyer(), guest).expectProblem(409, "guest_session_linked");
    link(buyer, parley().guest(UUID.randomUUID())).expectProblem(404, "guest_session_not_found");
  }

  @Test
  void aRoomThatTheGuestOpensAfterwardsIsTheAccountsToo() {
    var guest = parley().guest();
    var buyer = parley().buyer();
    link(buyer, guest).expect(200);
    var started = guest.start(parley().vendor(), 5).expect(201);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(buyer.get("/rooms/").each("room_id"))
                    .containsExactly(started.text("room_id")));
  }

  @Test
  void aRoomThatIsOpenedInTheMomentOfLinkingIsTheAccountsToo() throws Exception {
    var buyer = parley().buyer();
    var vendor = parley().vendor();
    var tasks = new ArrayList<Callable<Answer>>();
    var start = new CyclicBarrier(2 * GUESTS);
    for (int i = 0; i < GUESTS; i++) {
      var guest = parley().guest();
      tasks.add(() -> together(start, () -> guest.start(vendor, 9).expect(201)));
      tasks.add(() -> together(start, () -> link(buyer, guest).expect(200)));
    }
    List<String> rooms = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Answer> done : threads.invokeAll(tasks)) {
        if (done.get().status() == 201) {
          rooms.add(done.get().text("room_id"));
        }
      }
    }
    assertThat(rooms).hasSize(GUESTS);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(buyer.get("/rooms/?limit=200").each("room_id"))
                    .containsExactlyInAnyOrderElementsOf(rooms));
  }

  private static Answer together(CyclicBarrier start, Callable<Answer> what) throws Exception {
    start.await();
    return what.call();
  }
}
