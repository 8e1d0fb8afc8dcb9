package io.parley.command.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.command.shard.Twist.Kind;
import io.parley.schemas.event.EventEnvelope;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Shrinkable;

/// Whatever happens to the owners of a partition, its log reads like that of one shard that never
/// failed; and what it could do wrong is found.
class ShardProtocolPropertyTest {
  private static final int HISTORIES = 300;

  /// A history, what happens meanwhile, and how many aggregates the owners keep in the heap.
  record Course(List<Turn> turns, List<Twist> twists, int maxHot) {}

  @Provide
  Arbitrary<Course> courses() {
    return Combinators.combine(
            Arbitraries.oneOf(Turn.histories(50), Turn.livelyHistories(80)),
            Twist.courses(100),
            Arbitraries.of(1, 2, 3, 1_000))
        .as(Course::new);
  }

  @Property(tries = 500)
  void theLogReadsLikeThatOfOnePerfectShard(@ForAll("courses") Course course) {
    var world = run(course, Fault.NONE);
    var seen = world.seen();

    assertThat(seen).isEqualTo(world.perfect());
    assertThat(seen.stream().map(Written::event).map(EventEnvelope::commandOffset))
        .doesNotHaveDuplicates();
    assertChained(seen);
  }

  @Example
  void theSameHistoriesAreSoundWithTheRealShard() {
    assertThat(broken(Fault.NONE)).isZero();
  }

  @Example
  void everyFaultIsFound() {
    var broken = new EnumMap<Fault, Long>(Fault.class);
    EnumSet.complementOf(EnumSet.of(Fault.NONE, Fault.HOLES_IGNORED))
        .forEach(fault -> broken.put(fault, broken(fault)));
    assertThat(broken).allSatisfy((_, count) -> assertThat(count).isPositive());
  }

  /// A zombie is ahead: what it has on its way lands between the owner's appends, and the owner
  /// dies behind a checkpoint, before it has decided as much.
  @Example
  void whatLandsInBetweenIsNotTakenForKnown() {
    var course =
        new Course(
            List.of(Turn.opens(0), Turn.opens(2), Turn.saysIn(0)),
            List.of(
                new Twist(Kind.DECIDE, 0, 3),
                new Twist(Kind.TAKE_OVER, 0, 1),
                new Twist(Kind.DECIDE, 0, 1),
                new Twist(Kind.LAND, 0, 1),
                new Twist(Kind.LAND_LATE, 0, 3),
                new Twist(Kind.DECIDE, 0, 1),
                new Twist(Kind.LAND, 0, 1),
                new Twist(Kind.CHECKPOINT, 0, 5),
                new Twist(Kind.DIE, 1, 1)),
            1);
    assertThat(isSound(course, Fault.NONE)).isTrue();
    assertThat(isSound(course, Fault.HOLES_IGNORED)).isFalse();
  }

  /// A zombie commits what it has captured before it lost the partition, and the owner goes on.
  @Example
  void anOldSnapshotNeverComesUnderANewCheckpoint() {
    var course =
        new Course(
            List.of(Turn.opens(0), Turn.saysIn(0), Turn.opens(2)),
            List.of(
                new Twist(Kind.DECIDE, 0, 1),
                new Twist(Kind.LAND, 0, 1),
                new Twist(Kind.CAPTURE, 0, 5),
                new Twist(Kind.TAKE_OVER, 0, 1),
                new Twist(Kind.DECIDE, 0, 1),
                new Twist(Kind.LAND, 0, 1),
                new Twist(Kind.CHECKPOINT, 0, 5),
                new Twist(Kind.CHECKPOINT_LATE, 0, 5),
                new Twist(Kind.DECIDE, 0, 1),
                new Twist(Kind.LAND, 0, 1),
                new Twist(Kind.CHECKPOINT, 0, 5),
                new Twist(Kind.DIE, 1, 1)),
            1);
    assertThat(isSound(course, Fault.NONE)).isTrue();
    assertThat(isSound(course, Fault.FENCE_IGNORED)).isFalse();
  }

  private static World run(Course course, Fault fault) {
    var world = new World(Turn.asked(course.turns()), course.maxHot(), fault);
    course.twists().forEach(world::happen);
    world.end();
    return world;
  }

  /// How many of some fixed histories do not read like those of a perfect shard.
  private long broken(Fault fault) {
    Stream<Course> courses =
        courses().generator(HISTORIES).stream(new Random(20_261_122)).map(Shrinkable::value);
    return courses.limit(HISTORIES).filter(course -> !isSound(course, fault)).count();
  }

  private static boolean isSound(Course course, Fault fault) {
    try {
      var world = run(course, fault);
      return world.seen().equals(world.perfect());
    } catch (BrokenLog | ShardLost e) {
      return false;
    }
  }

  private static void assertChained(List<Written> seen) {
    var last = new HashMap<String, String>();
    for (var event : seen) {
      assertThat(event.event().prevHash()).isEqualTo(last.get(event.aggregate()));
      last.put(event.aggregate(), EventEnvelope.hashOf(event.value()));
    }
  }
}
