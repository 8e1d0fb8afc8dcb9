package io.parley.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SingleFlightTest {
  private final List<CompletableFuture<String>> sent = new ArrayList<>();
  private final SingleFlight<String> flight = new SingleFlight<>(this::send);

  private CompletableFuture<String> send() {
    sent.add(new CompletableFuture<>());
    return sent.getLast();
  }

  @Test
  void whoAsksAloneIsAnswered() {
    var answer = flight.next();
    sent.getFirst().complete("a");

    assertThat(answer).isCompletedWithValue("a");
    assertThat(sent).hasSize(1);
  }

  @Test
  void whoAsksWhileAQuestionIsOnItsWayGetsTheAnswerToALaterOne() {
    var first = flight.next();
    var second = flight.next();
    var third = flight.next();
    assertThat(sent).hasSize(1);

    sent.get(0).complete("a");
    assertThat(first).isCompletedWithValue("a");
    assertThat(second).isNotDone();
    assertThat(sent).hasSize(2);

    sent.get(1).complete("b");
    assertThat(second).isCompletedWithValue("b");
    assertThat(third).isCompletedWithValue("b");
    assertThat(sent).hasSize(2);
  }

  @Test
  void aFailureIsForThoseWhoAskedAndNobodyElse() {
    var first = flight.next();
    var second = flight.next();

    sent.get(0).completeExceptionally(new IllegalStateException("away"));
    sent.get(1).complete("b");

    assertThat(first).isCompletedExceptionally();
    assertThat(second).isCompletedWithValue("b");
    assertThat(flight.next()).isNotDone();
  }

  @Test
  void aQuestionThatCannotBeSentIsAFailureToo() {
    SingleFlight<String> broken =
        new SingleFlight<>(
            () -> {
              throw new IllegalStateException("closed");
            });

    assertThat(broken.next()).isCompletedExceptionally();
    assertThat(broken.next()).isCompletedExceptionally();
  }
}
