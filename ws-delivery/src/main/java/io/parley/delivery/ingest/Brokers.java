package io.parley.delivery.ingest;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;

/// Whether anybody answers a consumer. A poll does not tell: it returns nothing both when there is
/// nothing new and when there is nobody.
final class Brokers {
  private final Metric answers;
  private double seen;

  Brokers(Consumer<?, ?> consumer) {
    this.answers =
        consumer.metrics().values().stream()
            .filter(Brokers::isFetches)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("Kafka counts no fetches"));
  }

  private static boolean isFetches(Metric metric) {
    var name = metric.metricName();
    return name.name().equals("fetch-total")
        && name.group().equals("consumer-fetch-manager-metrics")
        && !name.tags().containsKey("topic");
  }

  /// Whether a fetch was answered since this was asked last; one that has nothing to bring is
  /// answered after half a second.
  boolean haveAnswered() {
    double now = ((Number) answers.metricValue()).doubleValue();
    boolean more = now != seen;
    seen = now;
    return more;
  }
}
