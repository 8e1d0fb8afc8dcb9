package io.parley.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A client that counts notices what it was not shown, and what it was shown twice.
class RoomSeenTest {
  private final Trouble trouble = new Trouble();
  private final RoomSeen seen = new RoomSeen("sara", UUID.randomUUID(), trouble);

  @Test
  void oneAfterTheOther() {
    assertThat(seen.take(1, 11, false)).isTrue();
    assertThat(seen.take(2, 12, false)).isTrue();
    assertThat(trouble.wrong()).isEmpty();
  }

  @Test
  void theSameOnceMoreIsDropped() {
    seen.take(1, 11, false);
    assertThat(seen.take(1, 11, false)).isFalse();
    assertThat(seen.last()).isEqualTo(1);
    assertThat(trouble.wrong()).isEmpty();
  }

  @Test
  void anotherOneWithANumberThatWasThere() {
    seen.take(1, 11, false);
    seen.take(1, 12, false);
    assertThat(trouble.wrong()).hasSize(1);
  }

  @Test
  void oneIsMissing() {
    seen.take(1, 11, false);
    assertThat(seen.take(3, 13, false)).isFalse();
    assertThat(trouble.wrong()).hasSize(1);
  }

  @Test
  void anAnswerThatComesEarlyIsNotSeenYet() {
    seen.take(1, 11, false);
    assertThat(seen.take(3, 13, true)).isFalse();
    assertThat(seen.last()).isEqualTo(1);
    assertThat(trouble.wrong()).isEmpty();
  }

  @Test
  void itIsWholeOnceItHasWhatItWasPromised() {
    seen.joined(2);
    seen.take(1, 11, false);
    assertThat(seen.isWhole()).isFalse();
    seen.take(2, 12, false);
    assertThat(seen.isWhole()).isTrue();
    seen.left();
    assertThat(seen.isWhole()).isFalse();
  }
}
