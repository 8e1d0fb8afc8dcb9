package io.parley.edge.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parley.backends.DataDirectory;
import io.parley.backends.EmbeddedKafka;
import io.parley.edge.TestKafka;
import io.parley.edge.problem.Problem;
import io.parley.edge.trace.Spans;
import io.parley.schemas.command.Actor;
import io.parley.schemas.command.CommandEnvelope;
import io.parley.schemas.command.GuestCommand.OpenGuestSession;
import io.parley.schemas.reply.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The brokers take no commands: whoever asks is told so in time, and nothing piles up.
class OverloadIT {
  private static final Duration TIMEOUT = Duration.ofMillis(1_500);

  @TempDir private Path directory;

  private static CommandEnvelope command() {
    var guest = UUID.randomUUID();
    return new CommandEnvelope(
        UUID.randomUUID(), new Actor.Guest(guest), new OpenGuestSession(guest, "x".repeat(20_000)));
  }

  private static Problem problem(CompletableFuture<Reply> submitted) {
    try {
      throw new AssertionError(submitted.join());
    } catch (CompletionException e) {
      return (Problem) Objects.requireNonNull(e.getCause());
    }
  }

  @Test
  void whoAsksWhileNoBrokerTakesAnythingIsToldSoInTime() {
    var broker = EmbeddedKafka.start(DataDirectory.open(directory), 0);
    var kafka = TestKafka.withTopics(broker.bootstrapServers());
    var gateway =
        new CommandGateway(
            kafka.clients(),
            kafka.topics(),
            1,
            TestKafka.properties(TIMEOUT, 1_000, 100_000, Duration.ofMillis(200)),
            new SimpleMeterRegistry(),
            Spans.none());
    gateway.start();
    // nobody answers it, but the broker has it
    assertThat(problem(gateway.submit(command(), null)).code()).isEqualTo("unavailable");
    broker.close();

    var all = new ArrayList<CompletableFuture<Reply>>();
    for (int i = 0; i < 20; i++) {
      all.add(gateway.submit(command(), null));
    }

    assertThat(all)
        .extracting(OverloadIT::problem)
        .allMatch(problem -> problem.status() == 503)
        .allMatch(problem -> Objects.equals(problem.retryAfterSeconds(), 1))
        .extracting(Problem::code)
        // "overloaded" while the producer knows the topic and its buffer is full, "unavailable"
        // once it has given its brokers up and asks the first ones again
        .isSubsetOf("unavailable", "overloaded");
    gateway.stop();
  }
}
