package io.parley.query.fresh;

import io.parley.edge.KafkaClients;
import io.parley.query.live.Ends;
import io.parley.query.projection.Projection;
import io.parley.query.projection.Projector;
import io.parley.query.projection.Projectors;
import io.parley.query.projection.Schema;
import io.parley.schemas.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.stereotype.Component;

/// Projects the whole log into another schema, beside the live tables, which keep answering.
@Component
public final class FreshProjection {
  private static final java.time.Duration POLL = java.time.Duration.ofSeconds(1);
  private static final int RECORDS_AT_ONCE = 5_000;

  private final Projectors projectors;
  private final KafkaClients clients;
  private final String topic;

  FreshProjection(Projectors projectors, KafkaClients clients, Topics topics) {
    this.projectors = projectors;
    this.clients = clients;
    this.topic = topics.events();
  }

  /// Brings the read model in this schema to the end that the log has now. Its tables are made
  /// when they are missing; what is in them already is gone on from. Belongs to no consumer
  /// group.
  public void project(Projection projection, Schema schema) {
    var projector = projectors.open(projection, schema);
    try (var consumer =
        clients.consumer(Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE))) {
      var ends = Ends.of(consumer, topic);
      var partitions = Ends.partitions(consumer, topic);
      consumer.assign(partitions);
      var next = new HashMap<>(projector.seek(ends.keySet()));
      next.forEach((p, offset) -> consumer.seek(new TopicPartition(topic, p), offset));
      while (isBehind(next, ends)) {
        step(consumer, projector, next);
      }
    }
  }

  private static void step(
      Consumer<String, byte[]> consumer, Projector projector, Map<Integer, Long> next) {
    var records = new ArrayList<ConsumerRecord<String, byte[]>>();
    consumer.poll(POLL).forEach(records::add);
    projector.project(records);
    records.forEach(record -> next.put(record.partition(), record.offset() + 1));
  }

  private static boolean isBehind(Map<Integer, Long> next, Map<Integer, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> next.getOrDefault(end.getKey(), 0L) < end.getValue());
  }
}
