package io.parley.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.standalone.client.Client;
import io.parley.standalone.client.Parley;
import io.parley.standalone.client.Secrets;
import io.parley.standalone.client.VisitorSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Everything that can happen, once.
final class OneOfEach {
  private OneOfEach() {}

  /// One of each kind of event.
  static void inConversations(Parley parley) {
    var guest = parley.guest();
    var vendor = parley.vendor();
    var buyer = parley.buyer();
    UUID room = guest.start(vendor, 1).expect(201).id("room_id");
    String message = "/rooms/" + room + "/messages/" + guest.write(room, "قیمط؟").text("id") + "/";
    guest.patch(message, Map.of("content", "قیمت؟")).expect(200);
    guest.delete(message).expect(204);
    vendor.write(room, "پاک شد؟");
    guest.post("/rooms/" + room + "/mark_read/", Map.of()).expect(200);
    vendor.post("/rooms/" + room + "/archive/", Map.of()).expect(200);
    vendor.post("/rooms/" + room + "/unarchive/", Map.of()).expect(200);
    guest.post("/rooms/" + room + "/report/", Map.of("reason", "کلاه‌برداری؟")).expect(201);
    parley.admin().post("/rooms/" + room + "/reports/close/", Map.of()).expect(200);
    buyer.post("/link-guest-session/", Map.of("guest_session_id", guest.session())).expect(200);
    guest.start(vendor, 2).expect(201);
    keepReplies(vendor);
    try (var one = guest.connect()) {
      one.say("join_room", room).skipTo("joined");
      one.say("typing", room, "is_typing", true);
      one.say("{\"type\":\"ping\"}").skipTo("pong");
    }
  }

  private static void keepReplies(Client vendor) {
    var reply = new HashMap<String, Object>();
    reply.put("shortcut", "می‌فرستیم");
    reply.put("title", "ارسال");
    reply.put("content", "سلام {buyer}، {product} را فردا می‌فرستیم 🚚");
    String path = "/vendor/replies/" + vendor.post("/vendor/replies/", reply).text("id") + "/";
    reply.put("shortcut", "পাঠাই");
    vendor.put(path, reply).expect(200);
    vendor.delete(path).expect(204);
  }

  /// One of each in the public rooms, too; nobody there is shown another one's session.
  static void inPublic(Parley parley) {
    String session = Secrets.keep(UUID.randomUUID().toString());
    var settings = Map.of("name", "রুম", "session_id", session);
    UUID room = parley.nobody().post("/api/rooms/", settings).expect(201).id("id");
    String other = UUID.randomUUID().toString();
    try (var one = VisitorSocket.join(parley.port(), room, "রাকিব", session);
        var two = VisitorSocket.join(parley.port(), room, "سارا", other)) {
      VisitorSocket.join(parley.port(), room, "রাকিব", session).leave();
      one.write("হ্যালো").say("typing", Map.of("typing", true));
      one.say("user_update", Map.of("username", "রাকিব ২", "color", "red"));
      two.await("system", frame -> frame.path("message").asString().startsWith("📝"));
      two.await("typing", _ -> true);
      two.leave();
      one.await("system", frame -> frame.path("message").asString().startsWith("👋"));
      assertThat(List.of(one, two))
          .allSatisfy(VisitorSocket::assertThatFramesAreAsDescribed)
          .noneMatch(socket -> socket.text().contains(session) || socket.text().contains(other));
    }
    String path = "/api/rooms/" + room + "/";
    parley.nobody().patch(path, Map.of("max_users", 3, "session_id", session)).expect(200);
    parley.admin().delete(path).expect(204);
  }
}
