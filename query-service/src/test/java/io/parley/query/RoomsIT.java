package io.parley.query;

import io.parley.query.given.GivenRoom;
import io.parley.query.given.People;
import io.parley.query.given.Tokens;
import org.junit.jupiter.api.Test;

class RoomsIT extends RunningQueryService {
  @Test
  void aBuyerSeesItsConversations() {
    var sara = People.buyer("سارا");
    var shop = People.vendor("shop");
    var room =
        GivenRoom.started(sara, "1", People.product("کیف چرمی"))
            .says(sara, "سلام")
            .says(shop, "بفرمایید");
    var position = given(room.events());

    as(Tokens.buyer(sara), position)
        .get()
        .uri("/api/chat/rooms/")
        .exchange()
        .expectStatus()
        .isOk()
        .expectBody()
        .jsonPath("$.length()")
        .isEqualTo(1)
        .jsonPath("$[0].room_id")
        .isEqualTo(room.id().toString())
        .jsonPath("$[0].unread_count")
        .isEqualTo(1)
        .jsonPath("$[0].last_message.content")
        .isEqualTo("بفرمایید");
  }
}
