package io.parley.command.shard;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/// Something that happens to a partition: to its owner, or to any of those that it had.
record Twist(Kind kind, int owner, int count) {
  enum Kind {
    DECIDE,
    LAND,
    LAND_LATE,
    DECIDE_LATE,
    TAKE_OVER,
    FAIL,
    FAIL_BUT_LAND,
    DIE,
    RECOVER_LATE,
    CAPTURE,
    CHECKPOINT,
    CHECKPOINT_LATE,
    ABORT
  }

  /// Courses of up to that many twists.
  static Arbitrary<List<Twist>> courses(int maxLength) {
    return Combinators.combine(
            Arbitraries.frequency(
                Tuple.of(8, Kind.DECIDE),
                Tuple.of(8, Kind.LAND),
                Tuple.of(5, Kind.LAND_LATE),
                Tuple.of(3, Kind.DECIDE_LATE),
                Tuple.of(2, Kind.TAKE_OVER),
                Tuple.of(2, Kind.FAIL),
                Tuple.of(1, Kind.FAIL_BUT_LAND),
                Tuple.of(1, Kind.DIE),
                Tuple.of(2, Kind.RECOVER_LATE),
                Tuple.of(5, Kind.CAPTURE),
                Tuple.of(8, Kind.CHECKPOINT),
                Tuple.of(3, Kind.CHECKPOINT_LATE),
                Tuple.of(1, Kind.ABORT)),
            Arbitraries.integers().between(0, 7),
            Arbitraries.integers().between(1, 5))
        .as(Twist::new)
        .withoutEdgeCases()
        .list()
        .ofMaxSize(maxLength)
        .withSizeDistribution(RandomDistribution.uniform());
  }
}
