package io.parley.delivery.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
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

  /// A node that began to read later knows fewer tickets, and never lets in whom another let in
  /// before.
  @Property(tries = 500)
  void whoeverReadsTheSameLogNeverLetsInTwice(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 9) Integer> log,
      @ForAll @IntRange(min = 0, max = 60) int late) {
    var first = new TicketBook(LIFETIME, 100);
    var second = new TicketBook(LIFETIME, 100);
    var firstLetIn = new ArrayList<Integer>();
    var secondLetIn = new ArrayList<Integer>();
    var made = new HashMap<String, Boolean>();
    for (int i = 0; i < log.size(); i++) {
      String id = String.valueOf(log.get(i) / 2);
      boolean make = log.get(i) % 2 == 0 && made.put(id, true) == null;
      if (make) {
        first.issued(id, SEALED, at(i));
      } else if (first.used(id, at(i)).isPresent()) {
        firstLetIn.add(i);
      }
      if (i >= late && make) {
        second.issued(id, SEALED, at(i));
      } else if (i >= late && second.used(id, at(i)).isPresent()) {
        secondLetIn.add(i);
      }
    }
    assertThat(firstLetIn.stream().map(i -> log.get(i) / 2)).doesNotHaveDuplicates();
    assertThat(firstLetIn).containsAll(secondLetIn);
  }
}
