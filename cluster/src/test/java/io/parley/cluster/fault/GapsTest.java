package io.parley.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The times in the report: what stopped counts from when it stopped, also while it still does.
class GapsTest {
  private final Gaps gaps = new Gaps();

  @Test
  void theWorstOfAll() {
    gaps.beat("a", 100);
    gaps.beat("b", 100);
    gaps.begin(100);
    gaps.beat("a", 110);
    gaps.beat("a", 150);
    gaps.beat("b", 120);
    assertThat(gaps.worst(151)).isEqualTo(40);
    assertThat(gaps.longerThan(35, 151)).isEqualTo(1);
  }

  @Test
  void oneThatStillStands() {
    gaps.beat("a", 100);
    gaps.begin(100);
    assertThat(gaps.worst(170)).isEqualTo(70);
    assertThat(gaps.allSince(100)).isFalse();
    gaps.beat("a", 171);
    assertThat(gaps.allSince(100)).isTrue();
  }

  @Test
  void whatWasBeforeIsForgotten() {
    gaps.beat("a", 100);
    gaps.beat("a", 900);
    gaps.begin(1000);
    gaps.beat("a", 1010);
    assertThat(gaps.worst(1010)).isEqualTo(10);
  }
}
