package io.parley.delivery.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class TicketBookPropertyTest {
  private static final Duration LIFETIME = Duration.ofSeconds(30);

  /// What two nodes make of one log, of which the second reads only the end: nobody is let in
  /// twice, and never by one alone whom the other would not have let in.
  @Property(tries = 500)
  void whoeverReadsTheSameLogLetsInOnce(
      @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 9) Integer> log,
      @ForAll @IntRange(min = 0, max = 60) int late) {
    var made = new HashSet<Integer>();
    var first = new TicketBook(LIFETIME, 100);
    var second = new TicketBook(LIFETIME, 100);
    var firstLetIn = new ArrayList<Integer>();
    var secondLetIn = new ArrayList<Integer>();
    for (int i = 0; i < log.size(); i++) {
      boolean make = log.get(i) % 2 == 0 && made.add(log.get(i) / 2);
      read(first, log.get(i) / 2, make, i, firstLetIn);
      if (i >= late) {
        read(second, log.get(i) / 2, make, i, secondLetIn);
      }
    }
    assertThat(firstLetIn.stream().map(i -> log.get(i) / 2)).doesNotHaveDuplicates();
    assertThat(firstLetIn).containsAll(secondLetIn);
  }

  private static void read(TicketBook book, int ticket, boolean make, int at, List<Integer> letIn) {
    long now = Duration.ofSeconds(at).toNanos();
    String id = String.valueOf(ticket);
    if (make) {
      book.issued(id, "sealed", now);
    } else if (book.used(id, now).isPresent()) {
      letIn.add(at);
    }
  }
}
