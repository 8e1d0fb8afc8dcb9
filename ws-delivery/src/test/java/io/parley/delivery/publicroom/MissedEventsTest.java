package io.parley.delivery.publicroom;

import static io.parley.delivery.publicroom.Story.ROOM;
import static io.parley.delivery.publicroom.Story.SARA;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.delivery.session.Bounds;
import io.parley.delivery.session.RecordingOutlet;
import io.parley.edge.problem.Problem;
import io.parley.edge.publicchat.Language;
import io.parley.schemas.Json;
import io.parley.schemas.LogPosition;
import io.parley.schemas.event.EventTypes;
import io.parley.schemas.event.PublicRoomEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MissedEventsTest {
  private static final LogPosition PLACE = new LogPosition(1, 17);

  private final List<PublicRoomEvent> events = new ArrayList<>();
  private final List<Long> missing = new ArrayList<>();
  private final RecordingOutlet outlet = new RecordingOutlet();

  private PublicArchive.Page page(long after, int limit) {
    var entries = new ArrayList<PublicArchive.Entry>();
    for (long seq = after + 1; seq <= Math.min(events.size(), after + limit); seq++) {
      var event = events.get((int) seq - 1);
      if (!missing.contains(seq)) {
        entries.add(
            new PublicArchive.Entry(
                seq,
                Story.at(seq),
                EventTypes.nameOf(event.getClass()),
                Json.mapper().valueToTree(event)));
      }
    }
    return new PublicArchive.Page(ROOM, events.size(), entries);
  }

  private List<String> missed(PublicArchive archive, long afterSeq, long joinSeq) {
    var missed =
        new MissedEvents(
            archive, Bounds.with(Map.of("rooms.missed-at-most", 10, "rooms.page-size", 3)));
    var join = new Entering.Entry.In(joinSeq, PLACE, null);
    missed.send(ROOM, afterSeq, join, outlet, Language.ENGLISH);
    return outlet.take();
  }

  private List<String> missed(long afterSeq, long joinSeq) {
    return missed(
        (room, after, limit, position) -> {
          assertThat(position).isEqualTo(PLACE);
          return page(after, limit);
        },
        afterSeq,
        joinSeq);
  }

  private void givenEvents(int count) {
    for (int seq = 1; seq <= count; seq++) {
      events.add(seq % 5 == 0 ? Story.joined(SARA, seq) : Story.said(SARA, "m" + seq));
    }
  }

  @Test
  void everythingBetweenComesOnceAndInOrder() {
    givenEvents(9);
    assertThat(missed(1, 8))
        .containsExactly("message 2", "message 3", "message 4", "system", "message 6", "message 7");
    assertThat(missed(7, 8)).isEmpty();
  }

  @Test
  void whatIsTooMuchOrCannotBeIsResync() {
    givenEvents(20);
    assertThat(missed(1, 13)).containsExactly("resync 13");
    assertThat(missed(2, 13)).hasSize(10);
    assertThat(missed(13, 13)).containsExactly("resync 13");
  }

  @Test
  void aHoleInTheHistoryIsResync() {
    givenEvents(9);
    missing.add(4L);
    assertThat(missed(1, 8)).containsExactly("message 2", "message 3", "resync 8");
  }

  @Test
  void withoutAnAnswerItIsSaidSo() {
    assertThat(
            missed(
                (room, after, limit, position) -> {
                  throw Problem.unavailable("unavailable", "away", 1);
                },
                1,
                8))
        .containsExactly("error unavailable", "resync 8");
  }
}
