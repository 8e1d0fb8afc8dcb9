package io.parley.query.health;

import io.parley.edge.TopicProperties;
import io.parley.schemas.Topics;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/// How many commands were not decided yet, by what those who decide have committed, which is about
/// a second old.
@Component
final class CommandsLag implements DisposableBean {
  private static final int TIMEOUT_MS = 2_000;

  private final Admin admin;
  private final String group;
  private final Map<TopicPartition, OffsetSpec> begins = new HashMap<>();
  private final Map<TopicPartition, OffsetSpec> ends = new HashMap<>();

  CommandsLag(KafkaAdmin kafka, Topics topics, TopicProperties properties) {
    this.admin = Admin.create(kafka.getConfigurationProperties());
    this.group = topics.shardsGroup();
    IntStream.range(0, properties.partitions())
        .mapToObj(partition -> new TopicPartition(topics.commands(), partition))
        .forEach(
            partition -> {
              begins.put(partition, OffsetSpec.earliest());
              ends.put(partition, OffsetSpec.latest());
            });
  }

  /// How many, as of now.
  long now() throws ExecutionException, TimeoutException, InterruptedException {
    var committed = committed();
    var from = offsets(begins);
    return offsets(ends).entrySet().stream()
        .mapToLong(end -> end.getValue() - at(end.getKey(), committed, from))
        .filter(lag -> lag > 0)
        .sum();
  }

  private static long at(
      TopicPartition partition,
      Map<TopicPartition, Long> committed,
      Map<TopicPartition, Long> begins) {
    long begin = begins.getOrDefault(partition, 0L);
    return Math.max(begin, committed.getOrDefault(partition, begin));
  }

  private Map<TopicPartition, Long> committed()
      throws ExecutionException, TimeoutException, InterruptedException {
    try {
      var all = new HashMap<TopicPartition, Long>();
      admin
          .listConsumerGroupOffsets(group)
          .partitionsToOffsetAndMetadata()
          .get(TIMEOUT_MS, TimeUnit.MILLISECONDS)
          .forEach(
              (partition, offset) -> {
                if (offset != null) {
                  all.put(partition, offset.offset());
                }
              });
      return all;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return Map.of();
      }
      throw e;
    }
  }

  private Map<TopicPartition, Long> offsets(Map<TopicPartition, OffsetSpec> which)
      throws ExecutionException, TimeoutException, InterruptedException {
    return admin.listOffsets(which).all().get(TIMEOUT_MS, TimeUnit.MILLISECONDS).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
  }

  @Override
  public void destroy() {
    admin.close();
  }
}
