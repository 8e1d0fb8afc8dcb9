package io.parley.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.query.RunningQueryService;
import io.parley.query.given.Answer;
import io.parley.query.given.GivenGuest;
import io.parley.query.given.GivenRoom;
import io.parley.query.given.People;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoomsIT extends RunningQueryService {
  @Test
  void aBuyerSeesItsConversationsWithTheNewestActivityFirst() {
    var sara = People.buyer("سارا");
    var shop = People.vendor("shop");
    var bag = GivenRoom.started(sara, "1", People.product("کیف چرمی")).says(sara, "سلام");
    var shoe = GivenRoom.started(sara, "2", null).says(sara, "موجود است؟").says(shop, "بله");
    given(bag);
    given(shoe);
    var position = given(bag.says(shop, "بفرمایید"));

    var rooms = buyer(sara).after(position).get("/api/chat/rooms/");

    assertThat(rooms.status()).isEqualTo(200);
    assertThat(rooms.each("room_id")).containsExactly(bag.id().toString(), shoe.id().toString());
    var first = rooms.body().get(0);
    assertThat(first.path("unread_count").asLong()).isEqualTo(1);
    assertThat(first.path("kind").asString()).isEqualTo("product");
    assertThat(first.path("vendor_id").isNumber()).isTrue();
    assertThat(first.path("product").path("title").asString()).isEqualTo("کیف چرمی");
    assertThat(first.path("seq").asLong()).isEqualTo(3);
    assertThat(first.path("last_message").path("content").asString()).isEqualTo("بفرمایید");
    assertThat(first.path("last_message").has("client_message_id")).isFalse();
    assertThat(first.path("participants").size()).isEqualTo(2);
    assertThat(rooms.header("Link")).isEmpty();
  }

  @Test
  void aLongListGoesOnByItsLink() {
    var sara = People.buyer("sara");
    var ids = new ArrayList<String>();
    for (String vendor : List.of("1", "2", "3", "4", "5")) {
      var room = GivenRoom.started(sara, vendor, null);
      ids.addFirst(room.id().toString());
      given(room);
      assertThat(buyer(sara).after(given(room)).get("/api/chat/rooms").status()).isEqualTo(200);
    }

    var first = buyer(sara).get("/api/chat/rooms/?limit=2");
    var second = buyer(sara).get(next(first.header("Link").orElseThrow()));
    var third = buyer(sara).get(next(second.header("Link").orElseThrow()));

    assertThat(first.each("room_id")).isEqualTo(ids.subList(0, 2));
    assertThat(second.each("room_id")).isEqualTo(ids.subList(2, 4));
    assertThat(third.each("room_id")).isEqualTo(ids.subList(4, 5));
    assertThat(third.header("Link")).isEmpty();
  }

  private static String next(String link) {
    assertThat(link).matches("<http://localhost:\\d+/api/chat/rooms/\\?.*>; rel=\"next\"");
    return link.substring(1, link.indexOf('>'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"limit=0", "limit=-1", "limit=x", "limit=", "cursor=x", "cursor="})
  void aListThatCannotBeIsRefused(String query) {
    var answer = buyer(People.buyer("sara")).get("/api/chat/rooms/?" + query);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("parameter_invalid");
  }

  @Test
  void eachSideHasItsOwnUnreadCountAndAnAdminThatOfTheVendor() {
    var sara = People.buyer("sara");
    var shop = People.vendor("shop");
    var room = GivenRoom.started(sara, "31", null).says(sara, "1").says(sara, "2").says(shop, "3");
    var path = "/api/chat/rooms/" + room.id() + "/";
    var position = given(room);

    assertThat(unread(buyer(sara).after(position).get(path))).isEqualTo(1);
    assertThat(unread(vendor(shop, "31").get(path))).isEqualTo(2);
    assertThat(unread(admin(People.admin("root")).get(path))).isEqualTo(2);
  }

  private static long unread(Answer answer) {
    return answer.body().path("unread_count").asLong();
  }

  @Test
  void whatIsReadShowsAtTheParticipantAndAtTheLastMessage() {
    var sara = People.buyer("sara");
    var shop = People.vendor("shop");
    var room = GivenRoom.started(sara, "1", null).says(sara, "hello").reads(shop);
    var position = given(room);

    var seen = buyer(sara).after(position).get("/api/chat/rooms/" + room.id()).body();

    assertThat(seen.path("last_message").path("is_read").asBoolean()).isTrue();
    assertThat(seen.path("last_message").path("client_message_id").asString())
        .isEqualTo(room.events().get(1).commandId().toString());
    assertThat(seen.path("participants").get(1).path("last_read_seq").asLong()).isEqualTo(2);
    assertThat(seen.path("participants").get(1).path("role").asString()).isEqualTo("vendor");
  }

  @Test
  void onlyTheGuestItselfSeesItsSession() {
    var guest = GivenGuest.opened("browser");
    var shop = People.vendor("shop");
    var sara = People.buyer("sara");
    var room =
        GivenRoom.started(guest.person(), "32", null)
            .says(guest.person(), "hello")
            .attaches(guest.id(), sara);
    var path = "/api/chat/rooms/" + room.id() + "/";
    given(guest);
    var position = given(room);

    var own = nobody().guest(guest).after(position).get(path);
    assertThat(own.body().path("guest_session").asString()).isEqualTo(guest.session().toString());
    for (var other : List.of(buyer(sara), vendor(shop, "32"), admin(People.admin("root")))) {
      var seen = other.get(path);
      assertThat(seen.status()).isEqualTo(200);
      assertThat(seen.http().body()).doesNotContain(guest.session().toString());
      assertThat(seen.body().path("guest").asBoolean()).isTrue();
      assertThat(seen.body().path("guest_id").asString()).isEqualTo(guest.id().toString());
    }
  }

  @Test
  void aForwardedRoomIsNoConversation() {
    var room = GivenRoom.forwarded(UUID.randomUUID(), UUID.randomUUID());
    var position = given(room);

    var answer =
        admin(People.admin("root")).after(position).get("/api/chat/rooms/" + room.id() + "/");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.code()).isEqualTo("room_not_found");
  }

  @Test
  void anArchivedRoomIsOpenAgainAfterAMessage() {
    var sara = People.buyer("sara");
    var room = GivenRoom.started(sara, "1", null).archives(sara);
    var path = "/api/chat/rooms/" + room.id() + "/";

    assertThat(archived(buyer(sara).after(given(room)).get(path))).isTrue();
    assertThat(archived(buyer(sara).after(given(room.says(sara, "wait"))).get(path))).isFalse();
    assertThat(archived(buyer(sara).after(given(room.archives(sara))).get(path))).isTrue();
    assertThat(archived(buyer(sara).after(given(room.unarchives(sara))).get(path))).isFalse();
  }

  private static boolean archived(Answer answer) {
    return answer.body().path("is_archived").asBoolean();
  }
}
