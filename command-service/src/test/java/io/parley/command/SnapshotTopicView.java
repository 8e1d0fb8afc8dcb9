package io.parley.command;

import io.parley.backends.TestBackends;
import io.parley.backends.WholeTopic;
import io.parley.schemas.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// The snapshots of a test, seen from outside with nothing but a Kafka client.
final class SnapshotTopicView {
  private static final int SEQUENCE_AT = 6;

  private final Topics topics;

  SnapshotTopicView(Topics topics) {
    this.topics = topics;
  }

  /// How many events the newest snapshot of an aggregate knows; 0 without one.
  long sequenceOf(UUID aggregate) {
    byte[] newest = committed().get(aggregate.toString());
    return newest == null || newest.length < SEQUENCE_AT + Long.BYTES
        ? 0
        : ByteBuffer.wrap(newest).getLong(SEQUENCE_AT);
  }

  private Map<String, byte[]> committed() {
    var newest = new HashMap<String, byte[]>();
    WholeTopic.read(
        TestBackends.kafka(), topics.snapshots(), one -> newest.put(one.key(), one.value()));
    return newest;
  }

  /// Puts something in the place of a snapshot.
  void put(UUID aggregate, byte[] value) {
    try (var producer = producer(Map.of())) {
      producer.send(new ProducerRecord<>(topics.snapshots(), aggregate.toString(), value)).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Takes the right to write the snapshots of this aggregate's partition.
  void fence(UUID aggregate) {
    int partition;
    try (var plain = producer(Map.of())) {
      partition =
          BuiltInPartitioner.partitionForKey(
              aggregate.toString().getBytes(StandardCharsets.UTF_8),
              plain.partitionsFor(topics.snapshots()).size());
    }
    var id = topics.snapshots() + "." + partition;
    try (var producer = producer(Map.of("transactional.id", id))) {
      producer.initTransactions();
    }
  }

  private static KafkaProducer<String, byte[]> producer(Map<String, Object> more) {
    var config = new HashMap<String, Object>(more);
    config.put("bootstrap.servers", TestBackends.kafka());
    return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
  }
}
