package io.parley.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class IdsTest {
  private static final UUID SESSION = UUID.fromString("2d6f9a1b-8c3e-4f57-b0a4-6e5d4c3b2a19");

  /// Changed ids would part rooms from their buyers: these values are for ever.
  @Test
  void theSameThingsHaveTheSameIdForEver() {
    assertThat(Ids.guest(SESSION)).hasToString("76f8d95c-ce77-83d8-9c65-b6b6182c6d7b");
    assertThat(Ids.room("account:42", "1", "123"))
        .hasToString("6e85e4e0-f85e-8e3d-8eb0-43b54cf26978");
    assertThat(Ids.room("guest:" + Ids.guest(SESSION), "خانه-ترمه", null))
        .hasToString("465f9b47-2dc4-8ac4-8a31-2f1d65f9d9ff");
    assertThat(Ids.event(Ids.room("account:42", "1", "123"), 1))
        .hasToString("e1dae94b-3b42-82f3-b95c-000000000001");
    assertThat(Ids.adminAccess(new MarketplaceId("admin-1")))
        .hasToString("990d3ee2-6f49-86e5-a5e0-64d77cb472d8");
    assertThat(Ids.visitor("a1b2c3d4-e5f6-4890-9234-567890abcdef"))
        .hasToString("168695aa-e536-88b5-ad8a-b9cc92a8c727");
    assertThat(Ids.publicRoom(UUID.fromString("5b1f0c7e-3a52-4d0e-9c0a-2f1d8e6b7a91")))
        .hasToString("7040379f-7ead-40de-b578-b7fe68b430d6");
  }

  @Test
  void noConversationHasTheIdOfAPublicRoom() {
    assertThat(Ids.mayBePublicRoom(Ids.publicRoom(SESSION))).isTrue();
    assertThat(Ids.mayBePublicRoom(UUID.randomUUID())).isTrue();
    assertThat(Ids.mayBePublicRoom(Ids.room("account:42", "1", "123"))).isFalse();
  }

  @Test
  void whatDiffersHasAnotherId() {
    var ids = new ArrayList<UUID>();
    ids.add(Ids.guest(SESSION));
    ids.add(Ids.derived(SESSION, "attach"));
    ids.add(Ids.derived(SESSION, "forward"));
    ids.add(Ids.adminAccess(new MarketplaceId("42")));
    ids.add(Ids.adminAccess(new MarketplaceId("421")));
    ids.add(Ids.room("account:42", "1", "123"));
    ids.add(Ids.room("account:42", "1", null));
    ids.add(Ids.room("account:42", "1", ""));
    ids.add(Ids.room("account:42", "11", "23"));
    ids.add(Ids.room("account:421", "1", "23"));
    ids.add(Ids.room("guest:42", "1", "123"));
    ids.add(Ids.room("account:۴۲", "1", "123"));
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.version() == 8 && id.variant() == 2);
  }

  @Test
  void theEventsOfARoomHaveIdsInTheirOrder() {
    var room = Ids.room("account:42", "1", "123");
    var ids = LongStream.rangeClosed(1, 1_000).mapToObj(n -> Ids.event(room, n)).toList();
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).extracting(id -> Ids.sequenceOf(room, id).orElseThrow()).isSorted();
  }

  @Property(tries = 300)
  void anIdLeadsBackToItsSequenceInItsOwnRoomOnly(
      @ForAll long high,
      @ForAll long low,
      @ForAll @LongRange(min = 1, max = (1L << 48) - 1) long sequence) {
    var room = new UUID(high, low);
    var id = Ids.event(room, sequence);
    assertThat(Ids.sequenceOf(room, id)).hasValue(sequence);
    assertThat(Ids.sequenceOf(Ids.derived(room, "another"), id)).isEmpty();
    assertThat(Ids.sequenceOf(room, new UUID(id.getMostSignificantBits() ^ 1, sequence))).isEmpty();
    assertThat(Ids.sequenceOf(room, room)).isEmpty();
  }
}
