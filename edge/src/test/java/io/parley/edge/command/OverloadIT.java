package io.parley.edge.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parley.edge.TestKafka;
import io.parley.edge.problem.Problem;
import io.parley.edge.trace.Spans;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.GuestCommand.OpenGuestSession;
import io.parley.schemas.reply.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The brokers take no commands: whoever asks is told so in time, and nothing piles up.
class OverloadIT {
  private static final Duration TIMEOUT = Duration.ofMillis(1_500);

  private final TestKafka kafka = TestKafka.withTopics();
  private final CommandGateway gateway =
      new CommandGateway(
          kafka.clients(),
          kafka.topics(),
          1,
          TestKafka.properties(TIMEOUT, 1_000, 100_000),
          new SimpleMeterRegistry(),
          Spans.none());

  @AfterEach
  void stop() {
    gateway.stop();
  }

  private static CommandEnvelope command(int length) {
    var guest = UUID.randomUUID();
    return new CommandEnvelope(
        UUID.randomUUID(), new Actor.Guest(guest), new OpenGuestSession(guest, "x".repeat(length)));
  }

  private static Problem problem(CompletableFuture<Reply> submitted) {
    try {
      throw new AssertionError(submitted.join());
    } catch (CompletionException e) {
      return (Problem) Objects.requireNonNull(e.getCause());
    }
  }

  /// More than the buffer holds.
  private List<Problem> burst() {
    var all = new ArrayList<CompletableFuture<Reply>>();
    for (int i = 0; i < 20; i++) {
      all.add(gateway.submit(command(20_000), null));
    }
    return all.stream().map(OverloadIT::problem).toList();
  }

  @Test
  void whatTheBrokersDoNotTakeEndsInTimeAndWhatHasNoRoomIsRefused() {
    gateway.start();
    kafka.stall(true);

    // the brokers learn of it one by one
    await()
        .atMost(ONE_MINUTE)
        .untilAsserted(
            () ->
                assertThat(burst())
                    .allMatch(problem -> problem.status() == 503)
                    .allMatch(problem -> Objects.equals(problem.retryAfterSeconds(), 1))
                    .extracting(Problem::code)
                    .contains("unavailable", "overloaded")
                    .containsOnly("unavailable", "overloaded"));

    kafka.stall(false);
    try (var inbox = new CommandInbox(kafka)) {
      var sent = command(10);
      await()
          .until(
              () -> {
                var _ = gateway.submit(sent, null);
                return inbox.has(sent.commandId());
              });
    }
  }
}
