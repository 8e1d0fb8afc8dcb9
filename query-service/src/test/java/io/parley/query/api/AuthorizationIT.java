package io.parley.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.query.RunningQueryService;
import io.parley.query.given.Client;
import io.parley.query.given.GivenGuest;
import io.parley.query.given.GivenRoom;
import io.parley.query.given.People;
import io.parley.query.given.Tokens;
import io.parley.schemas.Person;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every endpoint for everybody. The room is that of `buyer` and of `guest`, who is not linked.
class AuthorizationIT extends RunningQueryService {
  private static final Person PERSON = People.buyer("somebody");

  private final Person buyer = People.buyer("buyer");
  private final GivenGuest guest = GivenGuest.opened("guest");
  private final GivenGuest otherGuest = GivenGuest.opened("other guest");
  private final String vendorId = People.newId();
  private final GivenRoom room = GivenRoom.started(guest.person(), vendorId, null);

  @BeforeEach
  void aRoom() {
    room.attaches(guest.id(), buyer).says(People.vendor("shop"), "hello");
    given(guest);
    given(otherGuest);
    var position = given(room);
    var all = admin(People.admin("root")).after(position);
    for (String path : List.of("", "/messages", "/events")) {
      assertThat(all.get("/api/chat/rooms/" + room.id() + path).status()).isEqualTo(200);
    }
  }

  private Client who(String name) {
    return switch (name) {
      case "nobody" -> nobody();
      case "guest" -> nobody().guest(guest);
      case "otherGuest" -> nobody().guest(otherGuest);
      case "buyer" -> buyer(buyer);
      case "otherBuyer" -> buyer(PERSON);
      case "vendor" -> vendor(PERSON, vendorId);
      case "otherVendor" -> vendor(PERSON, People.newId());
      case "admin" -> admin(PERSON);
      case "auditor" -> nobody().token(Tokens.auditor(PERSON));
      default -> throw new IllegalArgumentException(name);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "nobody,      401, 401, 401, 401, 401, 401, 401, 401",
    "guest,       200, 200, 200, 200, 403, 403, 403, 200",
    "otherGuest,  200, 404, 404, 404, 403, 403, 403, 200",
    "buyer,       200, 200, 200, 200, 403, 403, 403, 403",
    "otherBuyer,  200, 404, 404, 404, 403, 403, 403, 403",
    "vendor,      200, 200, 200, 200, 200, 403, 403, 403",
    "otherVendor, 200, 404, 404, 404, 200, 403, 403, 403",
    "admin,       200, 200, 200, 200, 403, 200, 200, 403",
    "auditor,     200, 404, 404, 404, 403, 403, 403, 403"
  })
  void everyEndpointForEverybody(
      String name,
      int rooms,
      int one,
      int messages,
      int events,
      int vendorRooms,
      int adminRooms,
      int stats,
      int session) {
    var client = who(name);
    String base = "/api/chat/rooms/" + room.id();

    assertThat(client.get("/api/chat/rooms/").status()).isEqualTo(rooms);
    assertThat(client.get(base + "/").status()).isEqualTo(one);
    assertThat(client.get(base + "/messages/").status()).isEqualTo(messages);
    assertThat(client.get(base + "/messages/?after_seq=0").status()).isEqualTo(messages);
    assertThat(client.get(base + "/messages/?before_seq=9").status()).isEqualTo(messages);
    assertThat(client.get(base + "/events/").status()).isEqualTo(events);
    assertThat(client.get("/api/chat/vendor/rooms/").status()).isEqualTo(vendorRooms);
    assertThat(client.get("/api/chat/admin/rooms/").status()).isEqualTo(adminRooms);
    assertThat(client.get("/api/chat/admin/stats/").status()).isEqualTo(stats);
    assertThat(client.get("/api/chat/guest-session/").status()).isEqualTo(session);
  }

  @Test
  void aRoomOfOthersLooksLikeNone() {
    var theirs = who("otherBuyer").get("/api/chat/rooms/" + room.id() + "/");
    var none = who("otherBuyer").get("/api/chat/rooms/" + UUID.randomUUID() + "/");

    assertThat(theirs.code()).isEqualTo("room_not_found").isEqualTo(none.code());
    assertThat(theirs.body().path("detail")).isEqualTo(none.body().path("detail"));
    assertThat(theirs.header("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void listsHoldWhatIsOnesOwn() {
    String id = room.id().toString();

    for (String mine : List.of("guest", "buyer", "vendor")) {
      assertThat(who(mine).get("/api/chat/rooms/").each("room_id")).contains(id);
    }
    for (String notMine : List.of("otherGuest", "otherBuyer", "otherVendor", "admin", "auditor")) {
      assertThat(who(notMine).get("/api/chat/rooms/").each("room_id")).doesNotContain(id);
    }
    assertThat(who("otherVendor").get("/api/chat/vendor/rooms/").each("room_id")).isEmpty();
  }

  @Test
  void whoLeftTheVendorSeesItsRoomsNoMore() {
    var clerk = People.vendor("clerk");
    var position = given(room.says(clerk, "bye"));

    var answer = buyer(clerk).after(position).get("/api/chat/rooms/" + room.id() + "/");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(buyer(clerk).get("/api/chat/rooms/").each("room_id")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1-1-1-1-1", "null", "%20", "..%2f", "%00"})
  void whatIsNoIdIsNoRoom(String id) {
    for (String path : List.of("/", "/messages/", "/events/")) {
      assertThat(who("admin").get("/api/chat/rooms/" + id + path).status()).isIn(400, 404);
    }
  }

  @Test
  void aTokenThatDoesNotHoldIsNobody() {
    for (String token : List.of(Tokens.expired(PERSON), Tokens.ofAnotherKey(PERSON), "x.y.z")) {
      assertThat(nobody().token(token).get("/api/chat/admin/rooms/").status()).isEqualTo(401);
    }
  }

  @Test
  void theOldWordForATokenHoldsToo() {
    var answer =
        nobody()
            .with("Authorization", "Token " + Tokens.buyer(buyer))
            .get("/api/chat/rooms/" + room.id());

    assertThat(answer.status()).isEqualTo(200);
  }
}
