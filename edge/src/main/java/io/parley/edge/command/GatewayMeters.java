package io.parley.edge.command;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.parley.schemas.reply.Reply;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// How long commands take to be answered, and how many wait.
final class GatewayMeters {
  private final Timer accepted;
  private final Timer rejected;
  private final Timer late;
  private final Timer unavailable;

  GatewayMeters(MeterRegistry registry, Waiting waiting) {
    accepted = timer(registry, "accepted");
    rejected = timer(registry, "rejected");
    late = timer(registry, "late");
    unavailable = timer(registry, "unavailable");
    Gauge.builder("parley.commands.waiting", waiting, Waiting::size)
        .description("Commands that this node has sent and that are not answered yet")
        .register(registry);
  }

  private static Timer timer(MeterRegistry registry, String outcome) {
    return Timer.builder("parley.commands.submitted")
        .description(
            "From sending a command to its answer; late: none in time; unavailable: not sent")
        .tag("outcome", outcome)
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(1))
        .maximumExpectedValue(Duration.ofSeconds(30))
        .register(registry);
  }

  void answered(long startNanos, @Nullable Reply reply, @Nullable Throwable failure) {
    var timer =
        switch (reply) {
          case Reply.Accepted _ -> accepted;
          case Reply.Rejected _ -> rejected;
          case null -> isLate(failure) ? late : unavailable;
        };
    timer.record(System.nanoTime() - startNanos, TimeUnit.NANOSECONDS);
  }

  private static boolean isLate(@Nullable Throwable failure) {
    return failure instanceof TimeoutException
        || (failure instanceof CompletionException e && e.getCause() instanceof TimeoutException);
  }
}
