package io.parley.delivery.publicroom;

import static io.parley.delivery.publicroom.Story.OMID;
import static io.parley.delivery.publicroom.Story.ROOM;
import static io.parley.delivery.publicroom.Story.SARA;
import static io.parley.delivery.publicroom.Story.at;
import static io.parley.delivery.publicroom.Story.connection;
import static io.parley.delivery.publicroom.Story.joined;
import static io.parley.delivery.publicroom.Story.left;
import static io.parley.delivery.publicroom.Story.opened;
import static io.parley.delivery.publicroom.Story.renamed;
import static io.parley.delivery.publicroom.Story.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.delivery.session.Bounds;
import io.parley.delivery.session.Closing;
import io.parley.delivery.session.RecordingOutlet;
import io.parley.edge.publicchat.Language;
import io.parley.schemas.Member;
import io.parley.schemas.Visitor;
import io.parley.schemas.event.PublicRoomEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.StringNode;

class RoomHereTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final Later later = new Later();
  private final RoomHere room = new RoomHere(ROOM, Bounds.with(Map.of()), later);
  private Instant now = NOON;

  private final class Client {
    final RecordingOutlet outlet = new RecordingOutlet();
    final AtomicInteger ejected = new AtomicInteger();
    final Seat seat;

    Client(Visitor visitor, Language language, int heldAtMost) {
      seat = new Seat(outlet, visitor, language, heldAtMost, ejected::incrementAndGet);
      assertThat(room.enter(seat)).isTrue();
    }

    void answered(long seq) {
      room.joined(seat, seq, now);
    }
  }

  @AfterEach
  void stop() {
    later.destroy();
  }

  private Client client(Visitor visitor) {
    return new Client(visitor, Language.ENGLISH, 10);
  }

  private Client sara() {
    var sara = client(SARA);
    room.told(2, List.of(new Member(SARA, at(2))));
    sara.answered(2);
    when(2, joined(SARA, 1));
    assertThat(sara.outlet.take()).containsExactly("system", "user_list");
    return sara;
  }

  private void when(long seq, PublicRoomEvent event) {
    room.event(seq, at(seq), event, now);
  }

  private void aQuietTimePasses() {
    now = now.plusSeconds(10);
  }

  @Test
  void whoeverComesFirstTheAnswerOrTheEventANewcomerSeesItselfAndThenTheList() {
    sara();
    aQuietTimePasses();
    var omid = client(OMID);
    when(3, said(SARA, "not for omid"));
    when(4, joined(OMID, 2));
    assertThat(omid.outlet.take()).isEmpty();
    when(5, said(SARA, "hi omid"));
    omid.answered(4);
    assertThat(omid.outlet.take()).containsExactly("system", "message 5", "user_list");
  }

  @Test
  void listsAreShownToAllAtOnceOrTogetherLaterButToANewcomerAlwaysAtOnce() {
    now = Instant.now();
    var sara = sara();
    var omid = client(OMID);
    omid.answered(3);
    when(3, joined(OMID, 2));
    assertThat(sara.outlet.take()).containsExactly("system", "user_list");
    assertThat(omid.outlet.take()).containsExactly("system", "user_list");
    when(4, renamed(SARA, "sara2"));
    var third = client(Story.visitor(3, "third"));
    third.answered(5);
    when(5, joined(Story.visitor(3, "third"), 3));
    assertThat(third.outlet.take()).containsExactly("system", "user_list");
    assertThat(sara.outlet.take()).containsExactly("system", "system");
    await().until(() -> !sara.outlet.frames().isEmpty());
    assertThat(sara.outlet.frames().getFirst().get("users")).hasSize(3);
    assertThat(third.outlet.take()).isEmpty();
  }

  @Test
  void eachIsToldInItsLanguageAndOfAColourOnlyByTheList() {
    var sara = sara();
    aQuietTimePasses();
    var omid = new Client(OMID, Language.PERSIAN, 10);
    omid.answered(3);
    when(3, joined(OMID, 2));
    assertThat(sara.outlet.frames().getFirst().get("message"))
        .isNotEqualTo(omid.outlet.frames().getFirst().get("message"));
    sara.outlet.take();
    aQuietTimePasses();
    when(
        4,
        new PublicRoomEvent.VisitorChanged(ROOM, new Visitor(OMID.id(), "omid", "blue"), "omid"));
    assertThat(sara.outlet.take()).containsExactly("user_list");
    assertThat(omid.seat.visitor().color()).isEqualTo("blue");
  }

  @Test
  void typingIsShownToAllAndEndsByTimeAndByLeaving() {
    var sara = sara();
    room.sign(OMID.id(), BooleanNode.TRUE, now);
    assertThat(sara.outlet.take()).isEmpty();
    aQuietTimePasses();
    when(3, joined(OMID, 2));
    sara.outlet.take();
    room.sign(OMID.id(), StringNode.valueOf("yes"), now);
    room.sign(SARA.id(), BooleanNode.TRUE, now.plusSeconds(1));
    assertThat(sara.outlet.take()).containsExactly("typing", "typing");
    room.tick(now.plusSeconds(5));
    assertThat(sara.outlet.frames().getFirst().get("user_id").stringValue())
        .isEqualTo(OMID.id().toString());
    assertThat(sara.outlet.frames().getFirst().get("typing")).isEqualTo(BooleanNode.FALSE);
    assertThat(sara.outlet.take()).hasSize(1);
    room.sign(OMID.id(), BooleanNode.TRUE, now);
    sara.outlet.take();
    aQuietTimePasses();
    when(4, left(OMID, 2));
    assertThat(sara.outlet.take()).containsExactly("typing", "system", "user_list");
  }

  @Test
  void aGapEndsThisViewOfTheRoom() {
    var sara = sara();
    when(4, said(SARA, "3 is missing"));
    assertThat(sara.outlet.closed()).isEqualTo(Closing.RESTART);
    assertThat(room.enter(new Seat(sara.outlet, SARA, Language.BANGLA, 1, () -> {}))).isFalse();
  }

  @Test
  void whoseConnectionIsClosedInTheLogIsTold() {
    var sara = sara();
    room.expect(sara.seat, connection(1).connectionId());
    when(3, left(OMID, 2));
    assertThat(sara.ejected).hasValue(0);
    when(4, left(SARA, 1));
    assertThat(sara.ejected).hasValue(1);
    room.leave(sara.seat);
    when(5, left(SARA, 1));
    assertThat(sara.ejected).hasValue(1);
  }

  @Test
  void whoWasInWhenARoomWasDeletedIsToldWhenItIsOpenedAnew() {
    var sara = sara();
    var omid = client(OMID);
    when(3, Story.deleted());
    when(4, opened());
    assertThat(sara.ejected).hasValue(1);
    assertThat(omid.ejected).hasValue(0);
  }

  @Test
  void whoHoldsTooMuchReloads() {
    sara();
    var omid = new Client(OMID, Language.BANGLA, 2);
    for (int seq = 3; seq <= 7; seq++) {
      when(seq, seq == 3 ? joined(OMID, 2) : said(SARA, "hi"));
    }
    omid.answered(3);
    assertThat(omid.outlet.take()).containsExactly("resync 6", "message 7", "user_list");
  }
}
