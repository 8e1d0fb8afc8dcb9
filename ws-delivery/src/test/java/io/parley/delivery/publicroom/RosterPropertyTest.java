package io.parley.delivery.publicroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.Member;
import io.parley.schemas.Visitor;
import io.parley.schemas.event.PublicRoomEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// Whatever comes first, the answer to a join or the events, repeats among them: the roster is who
/// is in by the log.
class RosterPropertyTest {
  private record Logged(PublicRoomEvent event, List<Member> after) {}

  /// A log that was written by chance, each event with who is in after it by the simplest count.
  private static List<Logged> log(Random chance, int events) {
    var log = new ArrayList<Logged>();
    List<Member> in = List.of();
    for (int seq = 1; seq <= events; seq++) {
      var event = event(chance, in);
      in = after(in, event, seq);
      log.add(new Logged(event, in));
    }
    return log;
  }

  private static PublicRoomEvent event(Random chance, List<Member> in) {
    var somebody = Story.visitor(chance.nextInt(4), "v" + chance.nextInt(3));
    var member = in.isEmpty() ? somebody : in.get(chance.nextInt(in.size())).visitor();
    return switch (in.isEmpty() ? 0 : chance.nextInt(6)) {
      case 1 -> Story.left(member, 1);
      case 2 -> Story.renamed(member, "v" + chance.nextInt(3));
      case 3 -> Story.said(somebody, "hi");
      case 4 -> Story.closed(member, 2);
      case 5 -> chance.nextInt(10) == 0 ? Story.deleted() : Story.opened();
      default -> Story.joined(somebody, chance.nextInt());
    };
  }

  private static List<Member> after(List<Member> in, PublicRoomEvent event, long seq) {
    return switch (event) {
      case PublicRoomEvent.VisitorJoined e
          when in.stream().noneMatch(m -> m.visitor().id().equals(e.visitor().id())) -> {
        var all = new ArrayList<>(List.of(new Member(e.visitor(), Story.at(seq))));
        all.addAll(in);
        yield all;
      }
      case PublicRoomEvent.VisitorJoined e -> called(in, e.visitor());
      case PublicRoomEvent.VisitorChanged e -> called(in, e.visitor());
      case PublicRoomEvent.VisitorLeft e ->
          in.stream().filter(m -> !m.visitor().id().equals(e.visitor().id())).toList();
      case PublicRoomEvent.PublicRoomDeleted _ -> List.of();
      default -> in;
    };
  }

  private static List<Member> called(List<Member> in, Visitor visitor) {
    return in.stream()
        .map(m -> m.visitor().id().equals(visitor.id()) ? new Member(visitor, m.joinedAt()) : m)
        .toList();
  }

  @Property
  void anyInterleavingGivesTheMembersOfTheLog(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 40) int events) {
    var chance = new Random(seed);
    var log = log(chance, events);
    int answerAt = 1 + chance.nextInt(events);
    int firstSeen = 1 + chance.nextInt(answerAt);
    int toldBefore = firstSeen + chance.nextInt(events - firstSeen + 2);
    var roster = new Roster(1_000);
    for (int seq = firstSeen; seq <= events; seq++) {
      if (seq == toldBefore) {
        roster.told(answerAt, log.get(answerAt - 1).after);
        assertThat(roster.newestFirst()).isEqualTo(log.get(Math.max(answerAt, seq - 1) - 1).after);
      }
      roster.event(seq, Story.at(seq), log.get(seq - 1).event);
      int again = firstSeen + chance.nextInt(seq - firstSeen + 1);
      assertThat(roster.event(again, Story.at(again), log.get(again - 1).event))
          .isEqualTo(Roster.Change.REPEATED);
    }
    roster.told(answerAt, log.get(answerAt - 1).after);
    assertThat(roster.newestFirst()).isEqualTo(log.getLast().after);
  }
}
