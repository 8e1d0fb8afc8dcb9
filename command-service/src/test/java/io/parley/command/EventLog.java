package io.parley.command;

import io.parley.backends.TestBackends;
import io.parley.backends.WholeTopic;
import io.parley.schemas.Topics;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.signal.Signal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// A test's topics, seen from outside with nothing but a Kafka client.
final class EventLog {
  private static final Map<String, Object> BROKER =
      Map.of("bootstrap.servers", TestBackends.kafka());

  private final Topics topics;

  EventLog(Topics topics) {
    this.topics = topics;
  }

  /// Everything that stands in the log now, each partition in its order.
  List<ConsumerRecord<String, byte[]>> records() {
    return WholeTopic.read(TestBackends.kafka(), topics.events());
  }

  /// The records of one aggregate.
  List<ConsumerRecord<String, byte[]>> recordsOf(UUID aggregate) {
    return records().stream().filter(r -> aggregate.toString().equals(r.key())).toList();
  }

  /// The events of one aggregate, in order; fails where the log has a gap.
  List<EventEnvelope> eventsOf(UUID aggregate) {
    var events = new ArrayList<EventEnvelope>();
    for (var record : recordsOf(aggregate)) {
      var event = EventEnvelope.fromBytes(record.value());
      if (event.sequence() > events.size() + 1) {
        throw new AssertionError("a gap before " + event);
      }
      if (event.sequence() == events.size() + 1) {
        events.add(event);
      }
    }
    return events;
  }

  /// What happened to one aggregate.
  List<Event> happenedTo(UUID aggregate) {
    return eventsOf(aggregate).stream().map(EventEnvelope::data).toList();
  }

  static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
    var headers = new TreeMap<String, String>();
    record
        .headers()
        .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
    return headers;
  }

  /// Gets the events of another log, and nothing else of it.
  void restore(EventLog backup) {
    backup
        .records()
        .forEach(
            r ->
                send(
                    new ProducerRecord<>(
                        topics.events(), r.partition(), r.key(), r.value(), r.headers())));
  }

  /// Puts something into the log that a shard may never have written.
  void happened(UUID aggregate, byte[] event) {
    send(new ProducerRecord<>(topics.events(), aggregate.toString(), event));
  }

  /// Puts something into the commands' topic that no edge would send.
  void poison(UUID aggregate, byte @Nullable [] value, Map<String, String> headers) {
    poison(null, aggregate, value, headers);
  }

  /// The same, into a partition that need not be the key's.
  void poison(
      @Nullable Integer partition,
      UUID aggregate,
      byte @Nullable [] value,
      Map<String, String> headers) {
    var record =
        new ProducerRecord<String, byte[]>(
            topics.commands(), partition, aggregate.toString(), value);
    headers.forEach(
        (name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    send(record);
  }

  /// A ws-delivery node gives a sign of life.
  void beat(UUID nodeId) {
    send(signal(Signal.NODE, new Signal.NodeAlive(nodeId, 0L).toBytes()));
  }

  /// Somebody types in a room of the partition that has the signs of life, and something there is
  /// no sign at all.
  void noise() {
    send(signal(UUID.randomUUID().toString(), "no signal".getBytes(StandardCharsets.UTF_8)));
    send(signal(Signal.NODE, "no sign".getBytes(StandardCharsets.UTF_8)));
  }

  private ProducerRecord<String, byte[]> signal(String key, byte[] value) {
    return new ProducerRecord<>(topics.signals(), 0, key, value);
  }

  private static void send(ProducerRecord<String, byte[]> record) {
    try (var producer =
        new KafkaProducer<>(BROKER, new StringSerializer(), new ByteArraySerializer())) {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
