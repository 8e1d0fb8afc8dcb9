package io.parley.query.given;

import io.parley.schemas.LogPosition;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.EventHeaders;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// A topic of events that tests write to as the command side does.
public final class GivenLog implements AutoCloseable {
  private final Producer<String, byte[]> producer;
  private final String topic;

  public GivenLog(String bootstrapServers, String topic) {
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /// Appends events in this order and returns the position of the last one.
  public LogPosition append(List<EventEnvelope> events) {
    var sent = events.stream().map(event -> producer.send(record(event))).toList();
    try {
      RecordMetadata last = null;
      for (var one : sent) {
        last = one.get();
      }
      if (last == null) {
        throw new IllegalArgumentException("no events");
      }
      return new LogPosition(last.partition(), last.offset());
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A record that need not be an event.
  public LogPosition append(ProducerRecord<String, byte[]> record) {
    try {
      var metadata = producer.send(record).get();
      return new LogPosition(metadata.partition(), metadata.offset());
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The record of an event.
  public ProducerRecord<String, byte[]> record(EventEnvelope event) {
    var record = new ProducerRecord<>(topic, event.aggregateId().toString(), event.toBytes());
    EventHeaders.of(event, List.of()).forEach((name, value) -> record.headers().add(name, value));
    return record;
  }

  @Override
  public void close() {
    producer.close();
  }
}
