package io.parley.edge.trace;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.parley.schemas.event.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// Makes the steps of messages that are sampled, and passes on the context of those that are not:
/// for these nothing is made.
public final class Spans {
  /// The header of W3C trace contexts, over HTTP and on `chat.commands`.
  public static final String TRACEPARENT = "traceparent";

  private final Tracer tracer;
  private final boolean samplesAny;

  /// Asks this tracer which of the messages that come without a context are sampled, if any are.
  public Spans(Tracer tracer, boolean samplesAny) {
    this.tracer = tracer;
    this.samplesAny = samplesAny;
  }

  /// Follows nothing; contexts are passed on.
  public static Spans none() {
    return new Spans(Tracer.NOOP, false);
  }

  /// The first step of a command: within the request that this thread serves, else below the
  /// context that came with it, else a trace of its own.
  public Step begin(String name, @Nullable String traceparent) {
    var current = current();
    if (current != null) {
      return Boolean.TRUE.equals(current.sampled())
          ? start(name, Span.Kind.PRODUCER, TraceParent.of(current))
          : new Step.Unsampled(TraceParent.of(current));
    }
    if (traceparent != null && TraceParent.isOne(traceparent)) {
      return TraceParent.isSampled(traceparent)
          ? start(name, Span.Kind.PRODUCER, traceparent)
          : new Step.Unsampled(traceparent);
    }
    return samplesAny ? root(name) : new Step.Unsampled(TraceParent.random());
  }

  /// What is done with a record that came with this header.
  public Step follow(String name, byte @Nullable [] traceparent) {
    if (traceparent == null || !TraceParent.isSampled(traceparent)) {
      return Step.Unsampled.NOTHING;
    }
    String text = new String(traceparent, StandardCharsets.US_ASCII);
    return TraceParent.isOne(text) ? start(name, Span.Kind.CONSUMER, text) : Step.Unsampled.NOTHING;
  }

  /// What is done with events of the log all at once: a step for each that is sampled, until that
  /// is closed.
  public Step.Within followAll(String name, Iterable<? extends ConsumerRecord<?, ?>> events) {
    List<Step> steps = List.of();
    for (var event : events) {
      var step = follow(name, traceparent(event));
      if (step instanceof Step.Sampled) {
        steps = steps.isEmpty() ? new ArrayList<>() : steps;
        steps.add(step);
      }
    }
    var all = steps;
    return () -> all.forEach(Step::close);
  }

  /// The context of an event.
  public static byte @Nullable [] traceparent(ConsumerRecord<?, ?> event) {
    var header = event.headers().lastHeader(EventHeaders.TRACEPARENT);
    return header == null ? null : header.value();
  }

  /// What this thread does until that is closed belongs to this context, if it is sampled.
  public Step.Within within(@Nullable String traceparent) {
    if (traceparent == null
        || !TraceParent.isOne(traceparent)
        || !TraceParent.isSampled(traceparent)) {
      return Step.Within.NOTHING;
    }
    return tracer.currentTraceContext().newScope(context(traceparent))::close;
  }

  private @Nullable TraceContext current() {
    var span = tracer.currentSpan();
    return span == null || span.context().traceId().isEmpty() ? null : span.context();
  }

  private TraceContext context(String traceparent) {
    return tracer
        .traceContextBuilder()
        .traceId(TraceParent.traceId(traceparent))
        .spanId(TraceParent.spanId(traceparent))
        .sampled(true)
        .build();
  }

  private Step root(String name) {
    var builder = tracer.spanBuilder().setNoParent().name(name).kind(Span.Kind.PRODUCER);
    return step(builder.start(), TraceParent.random());
  }

  private Step start(String name, Span.Kind kind, String parent) {
    var builder = tracer.spanBuilder().setParent(context(parent)).name(name).kind(kind);
    return step(builder.start(), parent);
  }

  /// A tracer that is switched off has no context to pass on.
  private Step step(Span span, String otherwise) {
    var context = span.context();
    if (context.traceId().isEmpty()) {
      return new Step.Unsampled(otherwise);
    }
    return Boolean.TRUE.equals(context.sampled())
        ? new Step.Sampled(tracer, span)
        : new Step.Unsampled(TraceParent.of(context));
  }
}
