package io.parley.delivery.publicroom;

import static io.parley.delivery.publicroom.Story.OMID;
import static io.parley.delivery.publicroom.Story.SARA;
import static io.parley.delivery.publicroom.Story.at;
import static io.parley.delivery.publicroom.Story.closed;
import static io.parley.delivery.publicroom.Story.deleted;
import static io.parley.delivery.publicroom.Story.joined;
import static io.parley.delivery.publicroom.Story.left;
import static io.parley.delivery.publicroom.Story.renamed;
import static io.parley.delivery.publicroom.Story.said;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.delivery.publicroom.Roster.Change;
import io.parley.schemas.Member;
import io.parley.schemas.event.PublicRoomEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class RosterTest {
  private final Roster roster = new Roster(3);

  private Change when(long seq, PublicRoomEvent event) {
    return roster.event(seq, at(seq), event);
  }

  private List<String> names() {
    return roster.newestFirst().stream().map(member -> member.visitor().username()).toList();
  }

  @Test
  void whoCameLastIsFirst() {
    roster.told(2, List.of(new Member(SARA, at(2))));
    assertThat(when(3, joined(OMID, 2))).isEqualTo(Change.MEMBERS);
    assertThat(roster.newestFirst())
        .containsExactly(new Member(OMID, at(3)), new Member(SARA, at(2)));
  }

  @Test
  void aSecondSocketIsOnePersonUnderItsNewName() {
    roster.told(2, List.of(new Member(SARA, at(2))));
    when(3, joined(OMID, 2));
    assertThat(when(4, joined(Story.visitor(1, "again"), 3))).isEqualTo(Change.MEMBERS);
    assertThat(names()).containsExactly("omid", "again");
    assertThat(when(5, closed(SARA, 3))).isEqualTo(Change.NONE);
    assertThat(when(6, renamed(SARA, "sara2"))).isEqualTo(Change.MEMBERS);
    assertThat(names()).containsExactly("omid", "sara2");
    assertThat(when(7, left(SARA, 1))).isEqualTo(Change.MEMBERS);
    assertThat(names()).containsExactly("omid");
    assertThat(when(8, deleted())).isEqualTo(Change.MEMBERS);
    assertThat(names()).isEmpty();
  }

  @Test
  void eventsThatAreThereFirstAreHeld() {
    assertThat(when(5, joined(SARA, 1))).isEqualTo(Change.NONE);
    assertThat(when(6, joined(OMID, 2))).isEqualTo(Change.NONE);
    roster.told(5, List.of(new Member(SARA, at(5))));
    assertThat(names()).containsExactly("omid", "sara");
  }

  @Test
  void whatTheAnswerCountsIsNotFoldedAgain() {
    roster.told(6, List.of(new Member(OMID, at(6)), new Member(SARA, at(5))));
    roster.told(7, List.of());
    assertThat(when(4, left(OMID, 9))).isEqualTo(Change.NONE);
    assertThat(when(5, joined(SARA, 1))).isEqualTo(Change.NONE);
    assertThat(when(6, joined(OMID, 2))).isEqualTo(Change.NONE);
    assertThat(when(6, joined(OMID, 2))).isEqualTo(Change.REPEATED);
    assertThat(when(7, said(OMID, "hi"))).isEqualTo(Change.NONE);
    assertThat(names()).containsExactly("omid", "sara");
  }

  @Test
  void aGapIsNoticed() {
    roster.told(6, List.of());
    assertThat(when(8, joined(SARA, 1))).isEqualTo(Change.LOST);
    assertThat(when(7, joined(SARA, 1))).isEqualTo(Change.MEMBERS);
    assertThat(when(9, joined(OMID, 1))).isEqualTo(Change.LOST);
  }

  @Test
  void anEventThatNobodyKnowsHereHasItsPlaceAndChangesNothing() {
    assertThat(roster.unknown(4)).isEqualTo(Change.NONE);
    assertThat(when(5, joined(OMID, 1))).isEqualTo(Change.NONE);
    roster.told(4, List.of(new Member(SARA, at(3))));
    assertThat(names()).containsExactly("omid", "sara");
    assertThat(roster.unknown(6)).isEqualTo(Change.NONE);
    assertThat(roster.unknown(6)).isEqualTo(Change.REPEATED);
    assertThat(when(7, left(OMID, 1))).isEqualTo(Change.MEMBERS);
    assertThat(roster.unknown(9)).isEqualTo(Change.LOST);
  }

  @Test
  void whatIsHeldIsBounded() {
    when(1, said(SARA, "1"));
    assertThat(when(3, said(SARA, "3"))).isEqualTo(Change.LOST);
    when(2, said(SARA, "2"));
    when(3, said(SARA, "3"));
    assertThat(when(4, said(SARA, "4"))).isEqualTo(Change.LOST);
  }
}
