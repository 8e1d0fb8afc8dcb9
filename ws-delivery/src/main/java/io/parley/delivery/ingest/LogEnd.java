package io.parley.delivery.ingest;

import io.parley.edge.problem.Problem;
import io.parley.schemas.LogPosition;
import io.parley.schemas.Topics;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/// Asks Kafka where the log ends.
@Component
final class LogEnd implements DisposableBean {
  private static final int TIMEOUT_MS = 2_000;

  private final Topics topics;
  private final Admin admin;

  LogEnd(Topics topics, KafkaAdmin kafka) {
    this.topics = topics;
    this.admin = Admin.create(kafka.getConfigurationProperties());
  }

  /// The last place of this partition of `chat.events`.
  LogPosition of(int partition) {
    var asked = new TopicPartition(topics.events(), partition);
    try {
      var end =
          admin
              .listOffsets(Map.of(asked, OffsetSpec.latest()))
              .partitionResult(asked)
              .get(TIMEOUT_MS, TimeUnit.MILLISECONDS);
      return new LogPosition(partition, end.offset() - 1);
    } catch (ExecutionException | TimeoutException e) {
      throw Problem.unavailable("unavailable", "Kafka does not answer.", 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Problem.unavailable("unavailable", "Interrupted.", 1);
    }
  }

  @Override
  public void destroy() {
    admin.close(java.time.Duration.ofSeconds(1));
  }
}
