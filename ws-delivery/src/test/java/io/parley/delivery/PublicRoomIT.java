package io.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.schemas.Ids;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What visitors see of one another, over real sockets and a real Kafka.
class PublicRoomIT {
  private static DeliveryNode node;

  private final UUID room = UUID.randomUUID();

  @BeforeAll
  static void start() {
    node = DeliveryNode.start(Map.of("parley.delivery.typing-ends-after", "2s"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private TestSocket enter(String name, String more) {
    return TestSocket.open(
        node.uri(
            "/ws/chat/"
                + room
                + "/?lang=en&username="
                + name
                + "&session_id="
                + name
                + room
                + more));
  }

  /// In, with its own `system` and `user_list` taken.
  private TestSocket in(String name, String more) {
    var socket = enter(name, more);
    socket.all("system", "user_list");
    return socket;
  }

  private TestSocket in(String name) {
    return in(name, "");
  }

  /// By which name the others know this one.
  private UUID id(String name) {
    return Ids.visitor(name + room);
  }

  private static String text(JsonNode frame, String name) {
    return frame.get(name).stringValue();
  }

  private static String names(JsonNode list) {
    return String.join(" ", list.get("users").valueStream().map(u -> text(u, "username")).toList());
  }

  @Test
  void twoMeetTalkAndPart() {
    try (var sara = enter("sara", "&color=red");
        var omid = enterAfter(sara)) {
      sara.send("{'type':'message','content':'  hello  ','message_type':'image'}");
      for (var socket : new TestSocket[] {sara, omid}) {
        var message = socket.next("message");
        assertThat(text(message, "message")).isEqualTo("hello");
        assertThat(text(message, "username")).isEqualTo("sara");
        assertThat(text(message, "user_color")).isEqualTo("red");
        assertThat(text(message, "user_id")).isEqualTo(id("sara").toString());
        assertThat(message.get("seq").longValue()).isEqualTo(4);
      }
      omid.leave();
      var left = sara.next("system");
      assertThat(text(left, "message")).contains("omid");
      assertThat(names(sara.next("user_list"))).isEqualTo("sara");
    }
  }

  private TestSocket enterAfter(TestSocket sara) {
    var own = sara.next("system");
    assertThat(text(own, "username")).isEqualTo("sara");
    assertThat(names(sara.next("user_list"))).isEqualTo("sara");
    var omid = enter("omid", "");
    for (var socket : new TestSocket[] {sara, omid}) {
      assertThat(text(socket.next("system"), "username")).isEqualTo("omid");
      assertThat(names(socket.next("user_list"))).isEqualTo("omid sara");
    }
    return omid;
  }

  @Test
  void whatIsSentAtOnceIsServedInOrderAfterTheJoin() {
    try (var sara = enter("sara", "")) {
      IntStream.range(0, 130).forEach(i -> sara.send("{'content':'%d'}", i));
      sara.all("system", "user_list");
      IntStream.range(0, 130)
          .forEach(i -> assertThat(text(sara.next("message"), "message")).isEqualTo("" + i));
    }
  }

  @Test
  void aNewNameIsToldAndUsedAColourIsInTheList() {
    try (var sara = in("sara")) {
      sara.send("{'type':'user_update','username':'sara2','color':'blue'}");
      assertThat(text(sara.next("system"), "message")).contains("sara").contains("sara2");
      assertThat(names(sara.next("user_list"))).isEqualTo("sara2");
      sara.send("{'type':'user_update','color':'#0f0'}");
      var user = sara.next("user_list").get("users").get(0);
      assertThat(text(user, "color")).isEqualTo("#0f0");
      sara.send("{'type':'user_update','username':' '}");
      sara.send("{'type':'user_update','username':'sara2'}");
      sara.send("{'type':'user_update','color':'nocolor'}");
      sara.error("color_invalid");
      sara.send("{'content':'x'}");
      assertThat(text(sara.next("message"), "username")).isEqualTo("sara2");
    }
  }

  @Test
  void typingIsShownToAllAndEndsByItself() {
    try (var sara = in("sara");
        var omid = in("omid")) {
      sara.all("system", "user_list");
      omid.send("{'type':'typing','typing':'yes'}");
      for (var socket : new TestSocket[] {sara, omid}) {
        var typing = socket.next("typing");
        assertThat(text(typing, "typing")).isEqualTo("yes");
        assertThat(text(typing, "username")).isEqualTo("omid");
        assertThat(socket.next("typing").get("typing").booleanValue()).isFalse();
      }
      omid.send("{'type':'typing','typing':true}");
      assertThat(sara.next("typing").get("typing").booleanValue()).isTrue();
      omid.leave();
      assertThat(sara.next("typing").get("typing").booleanValue()).isFalse();
      sara.all("system", "user_list");
    }
  }

  @Test
  void framesThatCannotBeAreAnsweredAndTheSocketStays() {
    try (var sara = in("sara")) {
      sara.sendRaw("{oops");
      sara.error("invalid_json");
      sara.sendRaw("");
      sara.error("invalid_json");
      sara.sendRaw("NaN");
      assertThat(text(sara.error("invalid_frame"), "message"))
          .contains("'float' object has no attribute 'get'");
      sara.send("{'content':'%s'}", "x".repeat(70_000));
      sara.error("content_too_long");
      sara.send("{'content':'a\\u0000b'}");
      sara.error("content_invalid");
      sara.send("{'content':'a\\ud800b'}");
      sara.error("content_invalid");
      sara.send("{'type':'ping'}");
      sara.send("{'content':'%s'}", "x".repeat(4_000));
      assertThat(text(sara.next("message"), "message")).hasSize(4_000);
      sara.send("{'content':'%s'}", "x".repeat(300_000));
      assertThat(sara.closeCode()).isEqualTo(1009);
    }
  }

  @Test
  void twoSocketsOfOneVisitorAreOnePerson() {
    try (var first = in("sara");
        var omid = in("omid")) {
      first.all("system", "user_list");
      var second = enter("sara", "&color=green");
      assertThat(text(second.next("system"), "username")).isEqualTo("sara");
      assertThat(names(second.next("user_list"))).isEqualTo("omid sara");
      omid.all("system", "user_list");
      second.leave();
      await()
          .until(
              () -> Integer.valueOf(1).equals(node.publicRooms.connections(room).get(id("sara"))));
      first.leave();
      assertThat(text(omid.next("system"), "message")).contains("sara");
      assertThat(names(omid.next("user_list"))).isEqualTo("omid");
      second.close();
    }
  }

  @Test
  void aBinaryFrameEndsTheSocketAndTheOthersAreTold() {
    try (var sara = in("sara");
        var omid = in("omid")) {
      sara.all("system", "user_list");
      omid.sendBinary(new byte[] {1});
      assertThat(omid.closeCode()).isEqualTo(1003);
      sara.next("system");
      assertThat(names(sara.next("user_list"))).isEqualTo("sara");
    }
  }

  @Test
  void aCrowdIsToldOfEachWhoComesAndShownFewerLists() {
    try (var sara = in("sara")) {
      var crowd = IntStream.range(0, 80).mapToObj(i -> enter("v" + i, "")).toList();
      int told = 0;
      int lists = 0;
      for (int listed = 1; listed <= crowd.size(); ) {
        var frame = sara.next();
        if (text(frame, "type").equals("user_list")) {
          lists++;
          listed = frame.get("users").size();
        } else {
          told++;
        }
      }
      assertThat(told).isEqualTo(crowd.size());
      assertThat(lists).isLessThan(crowd.size());
      crowd.forEach(TestSocket::close);
    }
  }

  @Test
  void aFullRoomSaysSo() {
    try (var sara = in("sara")) {
      node.publicRooms.maxUsers(room, 1);
      try (var omid = enter("omid", "")) {
        omid.error("room_full");
        assertThat(omid.closeCode()).isEqualTo(4001);
      }
      sara.send("{'content':'still here'}");
      sara.next("message");
    }
  }

  @Test
  void inARoomThatWasDeletedNothingIsSaidOrToldUntilItIsOpenedAnew() {
    try (var sara = in("sara")) {
      node.publicRooms.delete(room);
      sara.send("{'content':'hello?'}");
      await().until(() -> node.publicRooms.connections(room).isEmpty());
      try (var omid = enter("omid", "")) {
        omid.next("system");
        sara.next("system");
        await()
            .until(
                () ->
                    node.publicRooms
                        .connections(room)
                        .keySet()
                        .containsAll(List.of(id("sara"), id("omid"))));
      }
    }
  }

  @Test
  void whoWasTakenForDeadComesInAgain() {
    try (var sara = in("sara");
        var omid = in("omid")) {
      sara.all("system", "user_list");
      node.publicRooms.eject(room, id("omid"));
      assertThat(text(sara.next("system"), "message")).contains("left");
      await().until(() -> node.publicRooms.connections(room).containsKey(id("omid")));
      omid.all("system");
      node.publicRooms.maxUsers(room, 1);
      node.publicRooms.eject(room, id("omid"));
      assertThat(omid.closeCode()).isEqualTo(4001);
    }
  }

  @Test
  void whoComesBackGetsWhatItMissedFirst() {
    try (var sara = in("sara")) {
      sara.send("{'content':'one'}");
      long seen = sara.next("message").get("seq").longValue();
      sara.send("{'content':'two'}");
      sara.send("{'content':'three'}");
      sara.all("message", "message");
      try (var omid = enter("omid", "&after_seq=" + seen)) {
        assertThat(text(omid.next("message"), "message")).isEqualTo("two");
        assertThat(text(omid.next("message"), "message")).isEqualTo("three");
        assertThat(text(omid.next("system"), "username")).isEqualTo("omid");
        omid.next("user_list");
      }
      node.queries.mood(TestQueryService.Mood.FAILING);
      try (var amir = enter("amir", "&after_seq=" + seen)) {
        amir.error("unavailable");
        amir.all("resync", "system", "user_list");
      } finally {
        node.queries.mood(TestQueryService.Mood.WELL);
      }
      try (var neda = enter("neda", "&after_seq=999")) {
        neda.all("resync", "system", "user_list");
      }
    }
  }

  @Test
  void anEventOfANewerVersionIsNoGap() {
    try (var sara = in("sara")) {
      node.publicRooms.newer(room);
      sara.send("{'content':'after it'}");
      assertThat(text(sara.next("message"), "message")).isEqualTo("after it");
    }
  }

  @Test
  void aGapInTheLogEndsTheRoomsSocketsSoThatTheyComeBack() {
    try (var sara = in("sara")) {
      node.publicRooms.skip(room);
      sara.send("{'content':'after the gap'}");
      assertThat(sara.closeCode()).isEqualTo(1012);
    }
    await().until(() -> node.publicRooms.connections(room).isEmpty());
    in("sara").close();
  }

  @Test
  void aShardThatDoesNotAnswerIsToldAndNoGhostStays() {
    node.publicRooms.silent.add(room);
    try (var sara = enter("sara", "")) {
      sara.error("unavailable");
      assertThat(sara.closeCode()).isEqualTo(1013);
    }
    node.publicRooms.silent.remove(room);
    try (var sara = in("sara")) {
      assertThat(node.publicRooms.connections(room)).hasSize(1);
      sara.send("{'content':'x'}");
      sara.next("message");
    }
  }
}
