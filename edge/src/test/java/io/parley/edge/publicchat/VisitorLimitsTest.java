package io.parley.edge.publicchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.edge.publicchat.PublicChatProperties.AddressLimits;
import io.parley.edge.publicchat.PublicChatProperties.Limits;
import io.parley.edge.publicchat.PublicChatProperties.SessionLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitorLimitsTest {
  private static final Rate TWO = Rate.valueOf("2/1h");
  private static final Rate THREE = Rate.valueOf("3/1h");

  private final VisitorLimits limits =
      new VisitorLimits(
          new Limits(10, new SessionLimits(TWO, TWO, TWO), new AddressLimits(THREE, THREE, THREE)));

  @Test
  void aSessionHasItsLimitWhereverItComesFrom() {
    assertThat(limits.message("s", "1.1.1.1")).isEmpty();
    assertThat(limits.message("s", "2.2.2.2")).isEmpty();
    assertThat(limits.message("s", "3.3.3.3").orElseThrow()).isBetween(3_590, 3_601);
    assertThat(limits.message("t", "3.3.3.3")).isEmpty();
  }

  @Test
  void anAddressHasItsLimitWhoeverComesFromIt() {
    for (var session : new String[] {"a", "b", "c"}) {
      assertThat(limits.join(session, "1.1.1.1")).isEmpty();
    }
    assertThat(limits.join("d", "1.1.1.1")).isPresent();
    assertThat(limits.join(VisitorLimits.ANYBODY, "1.1.1.1")).isPresent();
    assertThat(limits.join("d", "2.2.2.2")).isEmpty();
  }

  @Test
  void whoIsOverItsOwnLimitDoesNotUseUpItsNeighbours() {
    for (int i = 0; i < 10; i++) {
      var _ = limits.openRoom("loud", "1.1.1.1");
    }
    assertThat(limits.openRoom("quiet", "1.1.1.1")).isEmpty();
  }

  @Test
  void messagesJoinsAndRoomsAreCountedApart() {
    for (int i = 0; i < 3; i++) {
      var _ = limits.message("s", "1.1.1.1");
    }
    assertThat(limits.join("s", "1.1.1.1")).isEmpty();
    assertThat(limits.openRoom("s", "1.1.1.1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "0/1s", "5/0s", "x/1s", "5/soon"})
  void aRateThatIsNoneIsRefused(String text) {
    assertThatThrownBy(() -> Rate.valueOf(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
