package io.parley.query.given;

import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// One partition of the log as a consumer gets it, without a broker, with offsets from 0.
public final class Records {
  private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
  private final int partition;

  /// Partition 0.
  public Records() {
    this(0);
  }

  public Records(int partition) {
    this.partition = partition;
  }

  public List<ConsumerRecord<String, byte[]>> all() {
    return List.copyOf(records);
  }

  public Records add(List<EventEnvelope> events) {
    events.forEach(this::add);
    return this;
  }

  public Records add(EventEnvelope event) {
    var record = next(event.aggregateId().toString(), event.toBytes());
    EventHeaders.of(event, List.of()).forEach((name, value) -> record.headers().add(name, value));
    return this;
  }

  /// An event whose headers name another type.
  public Records addAs(String type, EventEnvelope event) {
    add(event);
    var headers = records.getLast().headers();
    headers.remove(EventHeaders.TYPE);
    headers.add(EventHeaders.TYPE, type.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  /// A record without headers.
  public Records addRaw(String key, String value) {
    next(key, value.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  private ConsumerRecord<String, byte[]> next(String key, byte[] value) {
    var record = new ConsumerRecord<>("chat.events", partition, records.size(), key, value);
    records.add(record);
    return record;
  }
}
