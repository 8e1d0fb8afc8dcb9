package io.parley.query.live;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/// Where the log ends. However many want to know, one call is on its way at a time.
public final class LogEnd implements AutoCloseable {
  private final Admin admin;
  private final Map<TopicPartition, OffsetSpec> latest;
  private final int timeoutMillis;
  private final SingleFlight<Map<Integer, Long>> calls;

  LogEnd(Supplier<Admin> admin, String topic, int partitions, int timeoutMillis) {
    this.admin = admin.get();
    this.timeoutMillis = timeoutMillis;
    this.latest =
        IntStream.range(0, partitions)
            .mapToObj(partition -> new TopicPartition(topic, partition))
            .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    this.calls = new SingleFlight<>(this::call);
  }

  /// The end offset of each partition, all of which were there after this was called.
  public CompletableFuture<Map<Integer, Long>> now() {
    return calls.next();
  }

  private CompletionStage<Map<Integer, Long>> call() {
    return admin
        .listOffsets(latest, new ListOffsetsOptions().timeoutMs(timeoutMillis))
        .all()
        .toCompletionStage()
        .thenApply(LogEnd::byPartition);
  }

  private static Map<Integer, Long> byPartition(
      Map<TopicPartition, ListOffsetsResultInfo> offsets) {
    return offsets.entrySet().stream()
        .collect(Collectors.toMap(end -> end.getKey().partition(), end -> end.getValue().offset()));
  }

  @Override
  public void close() {
    admin.close();
  }
}
