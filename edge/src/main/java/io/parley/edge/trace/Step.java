package io.parley.edge.trace;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.nio.charset.StandardCharsets;

/// One step on a message's way. Where the message is not sampled it is nothing but the context
/// that goes on with it.
public sealed interface Step extends AutoCloseable {
  /// The context for whatever comes of this step.
  String traceparent();

  /// The context for whatever comes of this step, as a header; `before`, that with which the step
  /// began, where it is not sampled.
  byte[] contextOr(byte[] before);

  /// Says something about the step.
  void tag(String name, String value);

  /// The step did not get to its end.
  void failed(Throwable why);

  /// What the thread logs until this is closed carries the trace's id.
  Within makeCurrent();

  /// The step is done; any thread.
  @Override
  void close();

  /// A part of a thread's work.
  @FunctionalInterface
  interface Within extends AutoCloseable {
    /// Nothing to leave.
    Within NOTHING = () -> {};

    @Override
    void close();
  }

  /// One that nobody follows.
  record Unsampled(String traceparent) implements Step {
    static final Unsampled NOTHING = new Unsampled("");

    @Override
    public byte[] contextOr(byte[] before) {
      return before;
    }

    @Override
    public void tag(String name, String value) {}

    @Override
    public void failed(Throwable why) {}

    @Override
    public Within makeCurrent() {
      return Within.NOTHING;
    }

    @Override
    public void close() {}
  }

  /// One that is told to whoever collects spans.
  record Sampled(Tracer tracer, Span span) implements Step {
    @Override
    public String traceparent() {
      return TraceParent.of(span.context());
    }

    @Override
    public byte[] contextOr(byte[] before) {
      return traceparent().getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void tag(String name, String value) {
      var _ = span.tag(name, value);
    }

    @Override
    public void failed(Throwable why) {
      var _ = span.error(why);
    }

    @Override
    public Within makeCurrent() {
      return tracer.withSpan(span)::close;
    }

    @Override
    public void close() {
      span.end();
    }
  }
}
