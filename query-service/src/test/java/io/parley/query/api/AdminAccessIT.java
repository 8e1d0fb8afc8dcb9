package io.parley.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.query.RunningQueryService;
import io.parley.query.given.Answer;
import io.parley.query.given.Client;
import io.parley.query.given.GivenRoom;
import io.parley.query.given.People;
import io.parley.schemas.Access;
import io.parley.schemas.ParticipantRole;
import io.parley.schemas.Person;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What an admin sees of other people's conversations is recorded first, or not shown.
class AdminAccessIT extends RunningQueryService {
  private final Person root = People.admin("root");
  private final Person sara = People.buyer("sara");
  private final String vendorId = People.newId();
  private final GivenRoom room = GivenRoom.started(sara, vendorId, null).says(sara, "hello");
  private final String base = "/api/chat/rooms/" + room.id();

  @BeforeEach
  void aRoom() {
    var position = given(room);
    for (String path : List.of("/", "/messages/", "/events/")) {
      assertThat(buyer(sara).after(position).get(base + path).status()).isEqualTo(200);
    }
    var search = "/api/chat/admin/rooms/?search=" + vendorId;
    assertThat(admin(People.admin("other")).after(position).get(search).status()).isEqualTo(200);
  }

  private List<Access> accesses(Person who) {
    return commandSide().accessesOf(who.key());
  }

  @Test
  void whatAnAdminSeesOfARoomIsRecorded() {
    var admin = admin(root);

    assertThat(admin.get(base + "/").status()).isEqualTo(200);
    assertThat(admin.get(base + "/messages/").status()).isEqualTo(200);
    assertThat(admin.get(base + "/messages/?after_seq=0").status()).isEqualTo(200);
    assertThat(admin.get(base + "/messages/?before_seq=9").status()).isEqualTo(200);
    assertThat(admin.get(base + "/events/").status()).isEqualTo(200);

    assertThat(accesses(root))
        .containsExactly(
            new Access.OfRoom(room.id()),
            new Access.OfMessages(room.id()),
            new Access.OfMessages(room.id()),
            new Access.OfMessages(room.id()),
            new Access.OfEvents(room.id()));
  }

  @Test
  void whatAnAdminSearchesForIsRecorded() {
    assertThat(admin(root).get("/api/chat/admin/rooms/?search=%DA%AF%D9%84+1").status())
        .isEqualTo(200);

    assertThat(accesses(root)).containsExactly(new Access.OfSearch("گل 1"));
  }

  @Test
  void listsAndStatisticsAreNotRecorded() {
    for (String path : List.of("rooms/", "admin/rooms/", "admin/rooms/?search=+", "admin/stats/")) {
      assertThat(admin(root).get("/api/chat/" + path).status()).isEqualTo(200);
    }

    assertThat(accesses(root)).isEmpty();
  }

  @Test
  void whatIsOnesOwnIsNotRecorded() {
    var own = GivenRoom.started(asBuyer(root), vendorId, null);
    var path = "/api/chat/rooms/" + own.id() + "/messages/";

    assertThat(admin(root).after(given(own)).get(path).status()).isEqualTo(200);
    assertThat(buyer(sara).get(base + "/messages/").status()).isEqualTo(200);
    assertThat(vendor(People.vendor("shop"), vendorId).get(base + "/").status()).isEqualTo(200);

    assertThat(accesses(root)).isEmpty();
    assertThat(accesses(sara)).isEmpty();
  }

  private static Person asBuyer(Person admin) {
    return Person.account(
        ParticipantRole.BUYER, Objects.requireNonNull(admin.accountId()), admin.username());
  }

  @Test
  void anAdminWhoWroteInARoomIsStillAnAdmin() {
    var position = given(room.says(root, "May I help?"));

    assertThat(admin(root).after(position).get(base + "/").status()).isEqualTo(200);

    assertThat(accesses(root)).containsExactly(new Access.OfRoom(room.id()));
  }

  @Test
  void whatIsRefusedIsNotRecorded() {
    assertThat(admin(root).get("/api/chat/rooms/" + People.newId() + "/").status()).isEqualTo(404);
    assertThat(buyer(root).get(base + "/").status()).isEqualTo(404);

    assertThat(accesses(root)).isEmpty();
  }

  @Test
  void whatCannotBeRecordedIsNotShown() {
    commandSide()
        .whileSilent(
            () ->
                assertThat(
                        allAtOnce(
                            admin(root),
                            base + "/",
                            base + "/messages/",
                            base + "/events/",
                            "/api/chat/admin/rooms/?search=hello"))
                    .allSatisfy(
                        answer -> {
                          assertThat(answer.status()).isEqualTo(503);
                          assertThat(answer.code()).isEqualTo("unavailable");
                          assertThat(answer.header("Retry-After")).hasValue("1");
                          assertThat(answer.http().body()).doesNotContain("hello", "sara");
                        }));

    assertThat(admin(root).get(base + "/").status()).isEqualTo(200);
  }

  @Test
  void othersSeeTheirsWhileNothingCanBeRecorded() {
    commandSide()
        .whileSilent(
            () -> {
              assertThat(buyer(sara).get(base + "/messages/").status()).isEqualTo(200);
              assertThat(admin(root).get("/api/chat/admin/rooms/").status()).isEqualTo(200);
            });
  }

  private static List<Answer> allAtOnce(Client client, String... paths) {
    Function<String, CompletableFuture<Answer>> ask =
        path -> CompletableFuture.supplyAsync(() -> client.get(path), Thread::startVirtualThread);
    return List.of(paths).stream().map(ask).toList().stream().map(CompletableFuture::join).toList();
  }
}
