package io.parley.delivery.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TicketBookTest {
  private static final Duration LIFETIME = Duration.ofSeconds(30);
  private static final String SEALED = "sealed";

  private final TicketBook book = new TicketBook(LIFETIME, 3);

  private static long at(long seconds) {
    // System.nanoTime() may be negative and may wrap around.
    return Long.MAX_VALUE - Duration.ofSeconds(5).toNanos() + Duration.ofSeconds(seconds).toNanos();
  }

  @Test
  void aTicketIsUsedOnce() {
    assertThat(book.issued("a", SEALED, at(0))).isTrue();
    assertThat(book.used("a", at(1))).contains(SEALED);
    assertThat(book.used("a", at(1))).isEmpty();
    assertThat(book.used("never made", at(1))).isEmpty();
  }

  @Test
  void aTicketEnds() {
    book.issued("a", SEALED, at(0));
    book.issued("b", SEALED, at(1));
    assertThat(book.used("a", at(30))).isEmpty();
    assertThat(book.used("b", at(30))).isPresent();
  }

  @Test
  void thereIsRoomForSoMany() {
    book.issued("a", SEALED, at(0));
    book.issued("b", SEALED, at(0));
    book.issued("c", SEALED, at(10));
    assertThat(book.issued("d", SEALED, at(10))).isFalse();
    assertThat(book.used("d", at(10))).isEmpty();
    assertThat(book.issued("e", SEALED, at(30))).isTrue();
  }

  @Test
  void afterAGapNoTicketIsGood() {
    book.issued("a", SEALED, at(0));
    book.forgetAll();
    assertThat(book.used("a", at(0))).isEmpty();
  }
}
