package io.parley.delivery.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.parley.schemas.Person;
import io.parley.schemas.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TypingSignsTest {
  private static final UUID ROOM = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);
  private static final Person GUEST = Person.guest(new UUID(1, 1));
  private static final Instant START = Instant.parse("2026-11-22T10:15:30Z");

  private final List<Signal> sent = new ArrayList<>();
  private final TypingSigns signs = new TypingSigns(sent::add, Duration.ofSeconds(2));

  private void sign(UUID room, boolean isTyping, int afterMs) {
    signs.sign(room, GUEST, isTyping, START.plusMillis(afterMs));
  }

  private static Signal typing(UUID room, boolean isTyping) {
    return new Signal.Typing(room, GUEST, isTyping);
  }

  @Test
  void changesArePassedOn() {
    sign(ROOM, true, 0);
    sign(ROOM, false, 10);
    sign(ROOM, true, 20);
    assertThat(sent).containsExactly(typing(ROOM, true), typing(ROOM, false), typing(ROOM, true));
  }

  @Test
  void repeatsArePassedOnWhenTheLastSignIsOld() {
    sign(ROOM, true, 0);
    sign(ROOM, true, 1_999);
    sign(ROOM, true, 2_000);
    sign(ROOM, true, 3_999);
    assertThat(sent).containsExactly(typing(ROOM, true), typing(ROOM, true));
  }

  @Test
  void whoDoesNotTypeCannotStop() {
    sign(ROOM, false, 0);
    signs.end(ROOM);
    assertThat(sent).isEmpty();
  }

  @Test
  void whoGoesStopsEverywhere() {
    sign(ROOM, true, 0);
    sign(OTHER, true, 0);
    sent.clear();
    signs.endAll();
    signs.endAll();
    assertThat(sent).containsExactlyInAnyOrder(typing(ROOM, false), typing(OTHER, false));
  }
}
