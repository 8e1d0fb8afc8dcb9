package io.parley.edge.trace;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.junit.jupiter.api.Test;

/// With OpenTelemetry, as it is where spans are collected.
class SpansTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SAMPLED = "00-" + TRACE + "-00f067aa0ba902b7-01";
  private static final String UNSAMPLED = "00-" + TRACE + "-00f067aa0ba902b7-00";

  private static Spans spans(Sampler roots) {
    var provider = SdkTracerProvider.builder().setSampler(Sampler.parentBased(roots)).build();
    var tracer = new OtelTracer(provider.get("test"), new OtelCurrentTraceContext(), _ -> {});
    return new Spans(tracer, roots.equals(Sampler.alwaysOn()));
  }

  @Test
  void aSampledTraceGoesOnUnderTheNextStep() {
    var spans = spans(Sampler.alwaysOff());
    try (var command = spans.begin("command", SAMPLED);
        var decide = spans.follow("decide", command.traceparent().getBytes(US_ASCII))) {
      assertThat(command).isInstanceOf(Step.Sampled.class);
      assertThat(command.traceparent()).startsWith("00-" + TRACE).endsWith("-01");
      assertThat(decide.traceparent()).startsWith("00-" + TRACE).endsWith("-01");
      assertThat(decide.traceparent()).isNotEqualTo(command.traceparent());
      assertThat(command.traceparent()).isNotEqualTo(SAMPLED);
    }
  }

  @Test
  void whatAThreadDoesBelongsToItsContextUntilItIsLeft() {
    var spans = spans(Sampler.alwaysOff());
    try (var _ = spans.within(SAMPLED);
        var command = spans.begin("command", null)) {
      assertThat(command.traceparent()).startsWith("00-" + TRACE).endsWith("-01");
    }
    try (var _ = spans.within(UNSAMPLED);
        var other = spans.begin("command", null)) {
      assertThat(other.traceparent()).doesNotContain(TRACE).endsWith("-00");
    }
  }

  @Test
  void whatIsNotSampledGoesOnAsItIs() {
    var spans = spans(Sampler.alwaysOff());
    assertThat(spans.begin("command", UNSAMPLED)).isEqualTo(new Step.Unsampled(UNSAMPLED));
    assertThat(spans.follow("decide", UNSAMPLED.getBytes(US_ASCII)))
        .isSameAs(Step.Unsampled.NOTHING);
  }

  @Test
  void whoComesWithoutAContextIsFollowedWhereItIsWanted() {
    try (var followed = spans(Sampler.alwaysOn()).begin("command", null);
        var not = spans(Sampler.alwaysOff()).begin("command", null)) {
      assertThat(followed.traceparent()).endsWith("-01");
      assertThat(not.traceparent()).endsWith("-00");
    }
  }
}
