package io.parley.delivery.publicroom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PresenceTest {
  private final Presence presence = new Presence();

  @Test
  void whoIsInLeavesByTheConnectionByWhichItCame() {
    presence.begin();
    assertThat(presence.joined()).isTrue();
    var again = presence.begin();
    assertThat(presence.joined()).isTrue();
    assertThat(presence.end()).isEqualTo(again);
    assertThat(presence.end()).isNull();
  }

  @Test
  void whoIsGoneBeforeItIsInLeavesWhenItIs() {
    assertThat(presence.begin()).isNotNull();
    assertThat(presence.end()).isNull();
    assertThat(presence.joined()).isFalse();
    assertThat(presence.begin()).isNull();
  }

  @Test
  void whoNeverCameHasNothingToLeave() {
    assertThat(presence.end()).isNull();
  }
}
