package io.parley.command.shard;

import static io.parley.command.Story.NINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.command.shard.Contents.Known;
import io.parley.command.shard.PublicRoomsShardTest.Visit;
import io.parley.command.shard.Turn.Asked;
import io.parley.schemas.command.CommandEnvelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// An encoded aggregate is the aggregate.
class SlotCodecPropertyTest {
  @Provide
  Arbitrary<List<Turn>> histories() {
    return Turn.histories(60);
  }

  @Provide
  Arbitrary<List<Visit>> visits() {
    return new PublicRoomsShardTest().visits();
  }

  /// Rooms, guests, public rooms and visitors, with all that people write in them.
  @Property(tries = 300)
  void whatIsDecodedIsWhatWasEncoded(@ForAll("histories") List<Turn> turns) {
    var shard = Shards.inHeap();
    var log = new ArrayList<Written>();
    for (var asked : Turn.asked(turns)) {
      remember(shard.handle(asked.offset(), asked.time(), asked.command()), log);
    }
    assertAllComeBack(shard, log);
  }

  @Property(tries = 200)
  void soItIsWithPublicRooms(@ForAll("visits") List<Visit> visits) {
    var shard = Shards.inHeap();
    var log = new ArrayList<Written>();
    for (int i = 0; i < visits.size(); i++) {
      remember(shard.handle(i, NINE.plusSeconds(i), visits.get(i).envelope(i)), log);
    }
    assertAllComeBack(shard, log);
  }

  @Property(tries = 100)
  void soItIsWithWhatAdminsLookedAt(@ForAll("looks") List<CommandEnvelope> looks) {
    var shard = Shards.inHeap();
    var log = new ArrayList<Written>();
    for (int i = 0; i < looks.size(); i++) {
      remember(shard.handle(i, NINE.plusSeconds(5L * i), looks.get(i)), log);
    }
    assertAllComeBack(shard, log);
  }

  @Property(tries = 100)
  void soItIsWithWhatVendorsKeepReady(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 200) Integer> numbers) {
    var shard = Shards.inHeap();
    var log = new ArrayList<Written>();
    for (int i = 0; i < numbers.size(); i++) {
      var command = CannedRepliesShardTest.envelope(i, numbers.get(i));
      remember(shard.handle(i, NINE.plusSeconds(i), command), log);
    }
    assertAllComeBack(shard, log);
  }

  @Provide
  Arbitrary<List<CommandEnvelope>> looks() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 4), Arbitraries.longs().between(0, 1_000))
        .as((room, id) -> AdminAccessShardTest.envelope(new UUID(0x8000, id), room))
        .list()
        .ofMaxSize(40);
  }

  private static void remember(Step step, List<Written> log) {
    if (step instanceof Step.Appended appended) {
      log.add(Written.of(appended.value()));
    }
  }

  private static void assertAllComeBack(Shard shard, List<Written> log) {
    for (var event : log) {
      var slot = Objects.requireNonNull(shard.slot(UUID.fromString(event.aggregate())));
      byte[] encoded = SlotCodec.encode(slot);
      assertThat(Known.of(SlotCodec.decode(encoded))).isEqualTo(Known.of(slot));
    }
  }

  /// One that keeps nothing decoded but what it works on says and writes what any other does.
  @Property(tries = 300)
  void aColdShardIsLikeAHotOne(
      @ForAll("histories") List<Turn> turns, @ForAll @IntRange(min = 1, max = 3) int maxHot) {
    var hot = new Decider.Real();
    var cold = new Decider.Real(Shards.inHeap(maxHot));
    for (Asked asked : Turn.asked(turns)) {
      assertThat(cold.handle(asked)).isEqualTo(hot.handle(asked));
    }
    assertThat(cold.shard.size()).isEqualTo(hot.shard.size());
    assertThat(cold.shard.hot()).isLessThanOrEqualTo(maxHot);
  }

  @Example
  void whatIsDamagedOrOfAnotherVersionIsNoAggregate() {
    var shard = Shards.inHeap();
    var log = new ArrayList<Written>();
    remember(shard.handle(0, NINE, new Visit(0, 0, 0, 0).envelope(0)), log);
    byte[] encoded =
        SlotCodec.encode(Objects.requireNonNull(shard.slot(PublicTurn.ROOM), "was opened"));
    for (int i = 0; i < encoded.length; i++) {
      byte[] damaged = encoded.clone();
      damaged[i] ^= 0x10;
      assertThatThrownBy(() -> SlotCodec.check(damaged)).isInstanceOf(ShardLost.class);
    }
    assertThatThrownBy(() -> SlotCodec.decode(new byte[] {SlotCodec.VERSION}))
        .isInstanceOf(ShardLost.class);
  }
}
