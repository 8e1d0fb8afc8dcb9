package io.parley.delivery.publicroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class PerVisitorTest {
  @Test
  void countsWhoIsLetIn() {
    var visitors = new PerVisitor();
    var sara = new UUID(0, 1);
    assertThat(visitors.enter(sara, 2)).isTrue();
    assertThat(visitors.enter(sara, 2)).isTrue();
    assertThat(visitors.enter(sara, 2)).isFalse();
    assertThat(visitors.enter(new UUID(0, 2), 2)).isTrue();
    visitors.leave(sara);
    assertThat(visitors.enter(sara, 2)).isTrue();
  }
}
