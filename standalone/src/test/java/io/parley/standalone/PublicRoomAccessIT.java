package io.parley.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.edge.publicchat.Language;
import io.parley.edge.publicchat.Text;
import io.parley.standalone.client.Client;
import io.parley.standalone.client.Secrets;
import io.parley.standalone.client.VisitorSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Who may do what in the public rooms, and how one gets in.
class PublicRoomAccessIT extends RunningParley {
  @Test
  void aRoomIsChangedByWhoOpenedItAndByAdminsOnly() {
    String session = Secrets.keep(UUID.randomUUID().toString());
    var nobody = parley().nobody();
    var opened =
        nobody.post("/api/rooms/", Map.of("name", "রুম", "session_id", session)).expect(201);
    String room = "/api/rooms/" + opened.text("id") + "/";
    for (String method : List.of("PUT", "PATCH", "DELETE")) {
      for (Client stranger : List.of(nobody, parley().buyer())) {
        var refused = stranger.send(method, room, Map.of("name", "other")).expect(403);
        assertThat(refused.text("detail")).isEqualTo(Text.NOT_YOURS.in(Language.BANGLA));
      }
    }
    assertThat(nobody.get(room).expect(200).text("name")).isEqualTo("রুম");
    nobody.patch(room, Map.of("name", "অন্য", "session_id", session)).expect(200);
    assertThat(nobody.get(room).expect(200).text("name")).isEqualTo("অন্য");
    parley().admin().delete(room).expect(204);
    parley().nobody().get(room).expect(404);
  }

  @Test
  void whoFollowsTheWebsocketUrlIsWhoWasCreated() {
    var join = Map.of("room_id", UUID.randomUUID(), "username", "রাকিব & co", "color", "#ff0000");
    var joined = parley().nobody().post("/api/join-room/", join).expect(200);
    Secrets.keep(joined.text("session_id"));
    try (var socket = VisitorSocket.open(URI.create(joined.text("websocket_url")))) {
      var me = socket.await("user_list", _ -> true).path("users").path(0);
      assertThat(me.path("id").asString()).isEqualTo(joined.text("user_id"));
      assertThat(me.path("username").asString()).isEqualTo("রাকিব & co");
      assertThat(me.path("color").asString()).isEqualTo("#ff0000");
      socket.assertThatFramesAreAsDescribed();
    }
  }
}
