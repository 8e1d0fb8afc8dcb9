package io.parley.delivery.fanout;

import static io.parley.delivery.fanout.Callers.SARA;
import static io.parley.delivery.fanout.Callers.SARA_CALLS;
import static io.parley.delivery.fanout.Callers.STRANGER_CALLS;
import static io.parley.delivery.fanout.Callers.VENDOR_CALLS;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.delivery.session.Audience;
import io.parley.delivery.session.Bounds;
import io.parley.delivery.session.RecordingOutlet;
import io.parley.schemas.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TypingBoardTest {
  private static final UUID ROOM = new UUID(0, 1);
  private static final Instant START = Instant.parse("2026-11-22T10:15:30Z");

  private final Audience audience = new Audience();
  private final TypingBoard board =
      new TypingBoard(audience.subscriptions(), Bounds.with(Map.of()));
  private final RecordingOutlet vendor = audience.connect(VENDOR_CALLS, Map.of(ROOM, 0L));
  private final RecordingOutlet herself = audience.connect(SARA_CALLS, Map.of(ROOM, 0L));
  private final RecordingOutlet elsewhere = audience.connect(STRANGER_CALLS, Map.of());

  private void sign(boolean isTyping, int afterMs) {
    board.sign(new Signal.Typing(ROOM, SARA, isTyping), START.plusMillis(afterMs));
  }

  private static List<Boolean> shownTo(RecordingOutlet outlet) {
    return outlet.frames().stream().map(f -> f.get("is_typing").booleanValue()).toList();
  }

  @Test
  void typingIsShownToTheOthersInTheRoom() {
    sign(true, 0);
    sign(false, 10);
    assertThat(shownTo(vendor)).containsExactly(true, false);
    assertThat(shownTo(herself)).isEmpty();
    assertThat(shownTo(elsewhere)).isEmpty();
  }

  @Test
  void typingEndsByItselfFiveSecondsAfterTheLastSign() {
    sign(true, 0);
    sign(true, 3_000);
    board.tick(START.plusMillis(7_999));
    assertThat(shownTo(vendor)).containsExactly(true, true);
    board.tick(START.plusMillis(8_000));
    board.tick(START.plusMillis(9_000));
    assertThat(shownTo(vendor)).containsExactly(true, true, false);
  }

  @Test
  void typingEndsWithTheMessageAndOnlyOnce() {
    sign(true, 0);
    board.stop(ROOM, SARA.key());
    sign(false, 10);
    assertThat(shownTo(vendor)).containsExactly(true, false);
  }
}
