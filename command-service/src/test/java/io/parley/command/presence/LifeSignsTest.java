package io.parley.command.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Fifteen seconds of silence, a sign every three.
class LifeSignsTest {
  private static final UUID NODE = new UUID(0x4000, 1);
  private static final UUID OTHER = new UUID(0x4000, 2);

  /// Near its end, where a clock of nanoseconds may well be.
  private static final long START = Long.MAX_VALUE - Duration.ofSeconds(20).toNanos();

  private final LifeSigns signs = new LifeSigns(Duration.ofSeconds(15), Duration.ofSeconds(5));

  private static long at(double seconds) {
    return START + (long) (seconds * 1e9);
  }

  private void hearsItself(int from, int to) {
    for (int second = from; second <= to; second += 3) {
      signs.heardMyself(at(second));
    }
  }

  @Test
  void whoIsSilentForFifteenSecondsIsLost() {
    hearsItself(0, 9);
    signs.heard(NODE, at(10));
    signs.heard(OTHER, at(10));
    hearsItself(12, 24);
    signs.heard(OTHER, at(24));

    assertThat(signs.isLost(NODE, at(25))).isFalse();
    assertThat(signs.isLost(NODE, at(25.1))).isTrue();
    assertThat(signs.isLost(OTHER, at(25.1))).isFalse();
  }

  @Test
  void whoIsHeardAgainIsLostNoMore() {
    hearsItself(0, 30);
    assertThat(signs.isLost(NODE, at(30))).isTrue();
    signs.heard(NODE, at(31));
    assertThat(signs.isLost(NODE, at(31))).isFalse();
  }

  @Test
  void whoWasNeverHeardOfIsLostOnceWeHaveListenedLongEnough() {
    assertThat(signs.isLost(NODE, at(100))).isFalse();
    hearsItself(0, 15);
    assertThat(signs.isLost(NODE, at(15))).isFalse();
    hearsItself(18, 18);
    assertThat(signs.isLost(NODE, at(18))).isTrue();
  }

  @Test
  void whileWeDoNotHearOurselvesNobodyIsLost() {
    hearsItself(0, 30);
    assertThat(signs.isLost(NODE, at(35))).isTrue();
    assertThat(signs.isLost(NODE, at(35.1))).isFalse();
  }

  /// We stood still for a minute, as did not those whose signs we could not hear meanwhile.
  @Test
  void afterAPauseOfOurOwnAllHaveFifteenSecondsAgain() {
    hearsItself(0, 30);
    signs.heard(NODE, at(30));

    assertThat(signs.isLost(NODE, at(90))).isFalse();
    hearsItself(90, 105);
    assertThat(signs.isLost(NODE, at(105))).isFalse();
    hearsItself(108, 108);
    assertThat(signs.isLost(NODE, at(108))).isTrue();
  }

  /// What waited in the log while the broker was away comes at once when it is back.
  @Test
  void whenTheBrokerWasAwayNobodyIsLostWhoComesBackWithIt() {
    hearsItself(0, 30);
    signs.heard(NODE, at(29));
    signs.heard(OTHER, at(29));
    for (int i = 0; i < 5; i++) {
      signs.heardMyself(at(60));
    }
    hearsItself(63, 75);
    assertThat(signs.isLost(NODE, at(75))).isFalse();
    signs.heard(NODE, at(75.5));
    hearsItself(78, 78);

    assertThat(signs.isLost(NODE, at(78))).isFalse();
    assertThat(signs.isLost(OTHER, at(78))).isTrue();
  }

  @Test
  void whoeverIsForgottenIsLostAllTheSame() {
    hearsItself(0, 3);
    signs.heard(NODE, at(4));
    hearsItself(6, 18);
    signs.heard(OTHER, at(20));
    hearsItself(21, 21);

    assertThat(signs.isLost(NODE, at(21))).isTrue();
  }
}
