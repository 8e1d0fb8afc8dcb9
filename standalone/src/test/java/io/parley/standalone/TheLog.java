package io.parley.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.parley.backends.WholeTopic;
import io.parley.schemas.Ids;
import io.parley.schemas.event.EventEnvelope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// A topic read from its beginning to the end that it has now, by somebody who knows nothing but
/// the contract.
record TheLog(List<ConsumerRecord<String, byte[]>> records) {
  static TheLog read(String servers, String topic) {
    return new TheLog(WholeTopic.read(servers, topic));
  }

  List<EventEnvelope> events() {
    return records.stream().map(record -> EventEnvelope.fromBytes(record.value())).toList();
  }

  /// All of it as text.
  String text() {
    var text = new StringBuilder();
    for (var one : records) {
      text.append(one.key()).append(' ');
      one.headers()
          .forEach(header -> text.append(header.key()).append(new String(header.value(), UTF_8)));
      text.append(' ').append(new String(one.value(), UTF_8)).append('\n');
    }
    return text.toString();
  }

  /// What an auditor finds: sequences with gaps or repeats, broken chains, ids that are not
  /// derived, events under another aggregate's key.
  List<String> irregularities() {
    var found = new ArrayList<String>();
    Map<UUID, Long> sequences = new HashMap<>();
    Map<UUID, String> hashes = new HashMap<>();
    for (var one : records) {
      var event = EventEnvelope.fromBytes(one.value());
      UUID aggregate = event.aggregateId();
      long expected = sequences.getOrDefault(aggregate, 0L) + 1;
      if (event.sequence() != expected) {
        found.add("expected sequence %d: %s".formatted(expected, event));
      }
      if (!Objects.equals(event.prevHash(), hashes.get(aggregate))) {
        found.add("the chain breaks: " + event);
      }
      if (!event.id().equals(Ids.event(aggregate, event.sequence()))) {
        found.add("the id is not derived: " + event);
      }
      if (!aggregate.toString().equals(one.key())) {
        found.add("the key is " + one.key() + ": " + event);
      }
      sequences.put(aggregate, event.sequence());
      hashes.put(aggregate, EventEnvelope.hashOf(one.value()));
    }
    return found;
  }
}
