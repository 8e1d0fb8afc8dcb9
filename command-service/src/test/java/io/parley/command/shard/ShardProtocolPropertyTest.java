package io.parley.command.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.event.EventEnvelope;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Shrinkable;

/// Whatever happens to the owners of a partition, its log reads like that of one shard that never
/// failed; and the two faults that would break this are found.
class ShardProtocolPropertyTest {
  private static final int HISTORIES = 300;

  /// A history and what happens meanwhile.
  record Course(List<Turn> turns, List<Twist> twists) {}

  @Provide
  Arbitrary<Course> courses() {
    return Combinators.combine(Turn.histories(50), Twist.courses(40)).as(Course::new);
  }

  @Property(tries = 500)
  void theLogReadsLikeThatOfOnePerfectShard(@ForAll("courses") Course course) {
    var world = run(course, Decider.Real::new, true);
    var seen = world.seen();

    assertThat(seen).isEqualTo(world.perfect());
    assertThat(seen.stream().map(Written::event).map(EventEnvelope::commandOffset))
        .doesNotHaveDuplicates();
    assertChained(seen);
  }

  @Example
  void theSameHistoriesAreSoundWithTheRealShard() {
    assertThat(broken(Decider.Real::new, true)).isZero();
  }

  @Example
  void rememberedRefusalsAreFound() {
    assertThat(broken(Decider.RemembersRefusals::new, true)).isGreaterThan(HISTORIES / 100);
  }

  @Example
  void aProducerLeftOpenAfterAFailureIsFound() {
    assertThat(broken(Decider.Real::new, false)).isGreaterThan(HISTORIES / 100);
  }

  private static World run(Course course, Supplier<Decider> deciders, boolean failureEnds) {
    var world = new World(Turn.asked(course.turns()), deciders, failureEnds);
    course.twists().forEach(world::happen);
    world.end();
    return world;
  }

  /// How many of some fixed histories do not read like those of a perfect shard.
  private long broken(Supplier<Decider> deciders, boolean failureEndsProducer) {
    Stream<Course> courses =
        courses().generator(HISTORIES).stream(new Random(20_261_122)).map(Shrinkable::value);
    return courses
        .limit(HISTORIES)
        .filter(course -> !isSound(course, deciders, failureEndsProducer))
        .count();
  }

  private static boolean isSound(Course course, Supplier<Decider> deciders, boolean failureEnds) {
    try {
      var world = run(course, deciders, failureEnds);
      return world.seen().equals(world.perfect());
    } catch (BrokenLog e) {
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
