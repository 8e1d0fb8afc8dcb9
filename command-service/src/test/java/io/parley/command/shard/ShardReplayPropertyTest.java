package io.parley.command.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.command.shard.Turn.Asked;
import io.parley.command.shard.Written.Told;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/// What a shard has lived through is what it reads from the log.
class ShardReplayPropertyTest {
  @Provide
  Arbitrary<List<Turn>> histories() {
    return Turn.histories(60);
  }

  @Property(tries = 300)
  void aReplayedShardIsTheOneThatLived(
      @ForAll("histories") List<Turn> turns, @ForAll @IntRange(max = 60) int cut) {
    var commands = Turn.asked(turns);
    var events = new ArrayList<Written>();
    var lived = new Decider.Real();
    int next = 0;
    for (int i = 0; i < commands.size() && events.size() < cut; i++) {
      var written = lived.handle(commands.get(i)).written();
      if (written != null) {
        events.add(written);
        next = i + 1;
      }
    }
    var replayed = replay(events);

    assertThat(replayed.shard).usingRecursiveComparison().isEqualTo(replay(events).shard);
    assertThat(replayed.nextCommandOffset()).isEqualTo(lived.nextCommandOffset());
    assertThat(replayed.shard).usingRecursiveComparison().isEqualTo(lived.shard);
    assertThat(goOn(replayed, commands, next)).isEqualTo(goOn(lived, commands, next));
  }

  /// Every event may stand in the log several times, as a zombie's appends do.
  @Property(tries = 150)
  void twinsInTheLogChangeNothing(
      @ForAll("histories") List<Turn> turns, @ForAll @IntRange(min = 1, max = 9) int late) {
    var events = new ArrayList<Written>();
    var lived = new Decider.Real();
    for (var asked : Turn.asked(turns)) {
      var written = lived.handle(asked).written();
      if (written != null) {
        events.add(written);
      }
    }
    var doubled = new ArrayList<Written>();
    for (int i = 0; i < events.size(); i++) {
      doubled.add(events.get(i));
      doubled.add(events.get(Math.max(0, i - late)));
    }

    assertThat(replay(doubled).shard).usingRecursiveComparison().isEqualTo(lived.shard);
  }

  private static Decider.Real replay(List<Written> events) {
    var shard = new Decider.Real();
    events.forEach(shard::replay);
    return shard;
  }

  private static List<Told> goOn(Decider decider, List<Asked> commands, int from) {
    return commands.subList(from, commands.size()).stream().map(decider::handle).toList();
  }
}
