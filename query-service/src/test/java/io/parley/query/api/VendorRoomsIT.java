package io.parley.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.query.RunningQueryService;
import io.parley.query.given.Client;
import io.parley.query.given.GivenRoom;
import io.parley.query.given.People;
import io.parley.schemas.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VendorRoomsIT extends RunningQueryService {
  private final Person shop = People.vendor("shop");
  private final String vendorId = People.newId();

  private Client client() {
    return vendor(shop, vendorId);
  }

  private GivenRoom room(String buyer) {
    return GivenRoom.started(People.buyer(buyer), vendorId, People.product("کیف " + buyer));
  }

  @BeforeEach
  void fourConversations() {
    var waiting = room("waiting");
    expect(waiting.says(waiting.buyer(), "?"));
    var seen = room("seen");
    expect(seen.says(seen.buyer(), "?").reads(shop));
    var answered = room("answered");
    expect(answered.says(answered.buyer(), "?").reads(shop).says(shop, "!"));
    var archived = room("archived");
    expect(archived.says(archived.buyer(), "?").reads(shop).says(shop, "!").archives(shop));
  }

  private void expect(GivenRoom room) {
    assertThat(client().after(given(room)).get("/api/chat/vendor/rooms/").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "'', archived answered seen waiting",
    "?unread=true, waiting",
    "?unread=false, archived answered seen",
    "?waiting=true, seen waiting",
    "?waiting=1&unread=0, seen",
    "?archived=true, archived",
    "?archived=false&waiting=false, answered",
    "?archived=true&unread=true, ''"
  })
  void aVendorFiltersItsConversations(String query, String expected) {
    var rooms = client().get("/api/chat/vendor/rooms/" + query);

    var found =
        rooms
            .body()
            .path("results")
            .valueStream()
            .map(room -> room.path("participants").get(0).path("username").asString())
            .toList();
    assertThat(String.join(" ", found)).isEqualTo(expected);
    assertThat(rooms.body().path("count").asInt()).isEqualTo(found.size());
  }

  @Test
  void theListHasPages() {
    var first = client().get("/api/chat/vendor/rooms/?archived=false&page_size=2");
    var second = client().get(first.body().path("next").asString());

    assertThat(first.body().path("count").asInt()).isEqualTo(3);
    assertThat(first.each("room_id")).hasSize(2);
    assertThat(second.each("room_id")).hasSize(1);
    assertThat(client().get("/api/chat/vendor/rooms/?page=9").code()).isEqualTo("page_not_found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unread=maybe", "waiting=", "archived=2"})
  void aFilterThatIsNoneIsRefused(String query) {
    var answer = client().get("/api/chat/vendor/rooms/?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("parameter_invalid");
  }

  @Test
  void aVendorsOwnListHoldsItsRoomsToo() {
    assertThat(client().get("/api/chat/rooms/").each("room_id")).hasSize(4);
  }
}
