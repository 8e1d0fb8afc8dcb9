package io.parley.standalone;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/// Stands in for whoever collects spans.
@TestConfiguration(proxyBeanMethods = false)
class CollectedSpans {
  private static final List<SpanData> ALL = new CopyOnWriteArrayList<>();

  @Bean
  SpanProcessor collector() {
    return SimpleSpanProcessor.create(new Collector());
  }

  /// The spans of a trace that have ended.
  static List<SpanData> of(String traceId) {
    return ALL.stream().filter(span -> span.getTraceId().equals(traceId)).toList();
  }

  private static final class Collector implements SpanExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      ALL.addAll(spans);
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
