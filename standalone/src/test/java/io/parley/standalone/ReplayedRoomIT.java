package io.parley.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.backends.TestBackends;
import io.parley.command.publicroom.FoldedRoom;
import io.parley.schemas.Member;
import io.parley.schemas.PublicTime;
import io.parley.schemas.Topics;
import io.parley.standalone.client.Answer;
import io.parley.standalone.client.VisitorSocket;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The log of a room replayed gives the same room as the read model and the sockets show.
class ReplayedRoomIT extends RunningParley {
  private static final int STEPS = 150;

  @Autowired private Topics topics;

  @ParameterizedTest
  @ValueSource(longs = {1, 2026})
  void membersNamesAndCountsAreTheSame(long seed) {
    try (var room = new LivelyRoom(parley(), seed)) {
      for (int i = 0; i < STEPS; i++) {
        room.step();
      }
      String watcher = UUID.randomUUID().toString();
      try (var watching = VisitorSocket.join(parley().port(), room.id(), "নীরব", watcher)) {
        await()
            .atMost(Duration.ofSeconds(30))
            .untilAsserted(
                () -> assertThat(folded(room).newestFirst()).hasSize(room.members().size() + 1));
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThatAllAgree(room));
        await().untilAsserted(() -> assertThatItIsShown(folded(room).newestFirst(), watching));
      }
    }
  }

  private FoldedRoom folded(LivelyRoom room) {
    return FoldedRoom.of(room.id(), TheLog.read(TestBackends.kafka(), topics.events()).events());
  }

  private void assertThatAllAgree(LivelyRoom room) {
    var folded = folded(room);
    assertThat(ids(folded)).containsAll(room.members());
    assertThat(folded.messages()).isEqualTo(room.messages());
    assertThatTheReadModelIs(folded, "/api/rooms/" + room.id() + "/");
  }

  private static List<UUID> ids(FoldedRoom folded) {
    return folded.newestFirst().stream().map(member -> member.visitor().id()).toList();
  }

  private void assertThatTheReadModelIs(FoldedRoom folded, String path) {
    int online = folded.newestFirst().size();
    var one = parley().nobody().get(path).expect(200);
    assertThat(one.text("name")).isEqualTo(folded.settings().name());
    assertThat(one.text("description")).isEqualTo(folded.settings().description());
    assertThat(one.number("max_users")).isEqualTo(folded.settings().maxUsers());
    assertThat(one.number("online_users_count")).isEqualTo(online);
    assertThat(one.number("total_messages_count")).isEqualTo(folded.messages());
    var stats = parley().nobody().get(path + "stats/").expect(200);
    assertThat(stats.number("online_users")).isEqualTo(online);
    assertThat(stats.number("total_messages")).isEqualTo(folded.messages());
    Answer users = parley().nobody().get(path + "users/").expect(200);
    assertThat(users.number("total_online")).isEqualTo(online);
    assertThat(people(users.get("online_users"), ""))
        .isEqualTo(folded.newestFirst().stream().map(ReplayedRoomIT::asUser).toList());
  }

  private static void assertThatItIsShown(List<Member> members, VisitorSocket watching) {
    assertThat(people(watching.seen("user_list").getLast().path("users"), "joined_at"))
        .isEqualTo(
            members.stream()
                .map(member -> asUser(member) + PublicTime.utc(member.joinedAt()))
                .toList());
  }

  private static String asUser(Member member) {
    var visitor = member.visitor();
    return visitor.id() + " " + visitor.username() + " " + visitor.color() + " ";
  }

  private static List<String> people(JsonNode users, String more) {
    return users
        .valueStream()
        .map(
            user ->
                user.path("id").asString()
                    + " "
                    + user.path("username").asString()
                    + " "
                    + user.path("color").asString()
                    + " "
                    + user.path(more).asString(""))
        .toList();
  }
}
