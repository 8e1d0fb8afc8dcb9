package io.parley.delivery.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.delivery.DeliveryProperties.Goodbye;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SocketLifeTest {
  private static final Goodbye BOUNDS =
      new Goodbye(500, Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(3));

  private static Duration untilTheLastOf(int sockets) {
    return Duration.ofNanos(SocketLife.pauseNanos(sockets, BOUNDS)).multipliedBy(sockets);
  }

  @Test
  void allAreToldAtAnEvenPaceAndWithinTheBound() {
    assertThat(untilTheLastOf(0)).isZero();
    assertThat(untilTheLastOf(1)).isEqualTo(Duration.ofMillis(2));
    assertThat(untilTheLastOf(1_000)).isEqualTo(Duration.ofSeconds(2));
    assertThat(untilTheLastOf(50_000)).isEqualTo(Duration.ofSeconds(10));
  }
}
