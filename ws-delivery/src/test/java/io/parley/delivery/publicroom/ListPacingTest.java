package io.parley.delivery.publicroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.delivery.publicroom.ListPacing.Next;
import io.parley.delivery.session.Bounds;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListPacingTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Next SHOW = new Next.Show();

  private final ListPacing pacing = new ListPacing(Bounds.with(Map.of()).publicRooms());

  private static Instant after(long millis) {
    return NOON.plusMillis(millis);
  }

  private static Next again(long millis) {
    return new Next.LookAgainAfter(Duration.ofMillis(millis));
  }

  @Test
  void theFirstChangeIsShownAtOnceThoseAfterItTogether() {
    assertThat(pacing.changed(NOON, 1)).isEqualTo(SHOW);
    assertThat(pacing.changed(after(30), 2)).isEqualTo(again(70));
    assertThat(pacing.changed(after(40), 3)).isEqualTo(new Next.Wait());
    assertThat(pacing.look(after(100), 3)).isEqualTo(SHOW);
    assertThat(pacing.changed(after(150), 3)).isEqualTo(again(50));
  }

  @Test
  void afterAQuietTimeItIsAtOnceAgain() {
    assertThat(pacing.changed(NOON, 1)).isEqualTo(SHOW);
    assertThat(pacing.changed(after(100), 2)).isEqualTo(SHOW);
  }

  @Test
  void whoLooksTooEarlyLooksAgain() {
    pacing.changed(NOON, 1);
    pacing.changed(after(1), 1);
    assertThat(pacing.look(after(99), 1)).isEqualTo(again(1));
    assertThat(pacing.look(after(100), 1)).isEqualTo(SHOW);
  }

  @Test
  void manyEntriesMakeItSlowerUpToABound() {
    pacing.changed(NOON, 500 * 500);
    assertThat(pacing.changed(after(1), 500 * 500)).isEqualTo(again(1_999));
    assertThat(pacing.look(after(2_000), 2_000 * 2_000)).isEqualTo(SHOW);
    assertThat(pacing.changed(after(2_000), 2_000 * 2_000)).isEqualTo(again(10_000));
  }

  @Test
  void aThousandJoinsCostFewLists() {
    int shown = 0;
    long lookAt = -1;
    for (int ms = 0; ms < 1_000; ms++) {
      var next = pacing.changed(after(ms), (long) ms * ms);
      if (lookAt == ms) {
        next = pacing.look(after(ms), (long) ms * ms);
      }
      switch (next) {
        case Next.Show _ -> shown++;
        case Next.LookAgainAfter(var pause) -> lookAt = ms + pause.toMillis();
        case Next.Wait _ -> {}
      }
    }
    assertThat(shown).isBetween(2, 8);
    assertThat(pacing.look(after(20_000), 1_000)).isEqualTo(SHOW);
  }
}
