package io.parley.query.projection;

import io.parley.schemas.event.Aggregate;
import io.parley.schemas.event.Event;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.EventHeaders;
import io.parley.schemas.event.EventTypes;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// A record of the log as its key and headers describe it, before its value is parsed; `skipped`
/// when an operator decided to pass over it.
record LogRecord(
    ConsumerRecord<String, byte[]> kafka,
    UUID aggregateId,
    String type,
    long sequence,
    boolean skipped) {

  /// Throws [UnappliableRecord] for what is no event.
  static LogRecord of(ConsumerRecord<String, byte[]> kafka) {
    try {
      return ofHeaders(kafka, false);
    } catch (RuntimeException e) {
      throw new UnappliableRecord(kafka.partition(), kafka.offset(), "it is no event", e);
    }
  }

  /// What an operator decided to pass over, as far as it can be known which event it was: from its
  /// headers, or else from its value.
  static Optional<LogRecord> skipped(ConsumerRecord<String, byte[]> kafka) {
    try {
      return Optional.of(ofHeaders(kafka, true));
    } catch (RuntimeException noHeaders) {
      return ofValue(kafka);
    }
  }

  private static LogRecord ofHeaders(ConsumerRecord<String, byte[]> kafka, boolean skipped) {
    return new LogRecord(
        kafka,
        UUID.fromString(kafka.key()),
        header(kafka, EventHeaders.TYPE),
        Long.parseLong(header(kafka, EventHeaders.SEQUENCE)),
        skipped);
  }

  private static Optional<LogRecord> ofValue(ConsumerRecord<String, byte[]> kafka) {
    try {
      var event = EventEnvelope.fromBytes(kafka.value());
      return Optional.of(
          new LogRecord(kafka, event.aggregateId(), event.type(), event.sequence(), true));
    } catch (RuntimeException e) {
      return Optional.empty();
    }
  }

  private static String header(ConsumerRecord<String, byte[]> kafka, String name) {
    var header = kafka.headers().lastHeader(name);
    if (header == null) {
      throw new IllegalArgumentException("no header " + name);
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }

  /// The value; throws [UnappliableRecord] when there is none.
  byte[] value() {
    byte[] value = kafka.value();
    if (value == null) {
      throw unappliable("it has no value", null);
    }
    return value;
  }

  /// The class of its event, or empty when this version does not know its type.
  Optional<Class<? extends Event>> eventClass() {
    return Optional.ofNullable(EventTypes.all().get(type));
  }

  /// Whether its type belongs to this kind of aggregate, or to none that is known.
  boolean mayBeOf(Aggregate aggregate) {
    return type.startsWith(prefix(aggregate)) || isOfNone();
  }

  private boolean isOfNone() {
    for (Aggregate aggregate : Aggregate.values()) {
      if (type.startsWith(prefix(aggregate))) {
        return false;
      }
    }
    return true;
  }

  private static String prefix(Aggregate aggregate) {
    return "parley." + aggregate.name().toLowerCase(Locale.ROOT) + ".";
  }

  /// The event; throws [UnappliableRecord] when value and headers do not belong together.
  EventEnvelope event() {
    EventEnvelope event;
    try {
      event = EventEnvelope.fromBytes(value());
    } catch (UnappliableRecord e) {
      throw e;
    } catch (RuntimeException e) {
      throw unappliable("it cannot be read", e);
    }
    if (!event.aggregateId().equals(aggregateId)
        || event.sequence() != sequence
        || !event.type().equals(type)) {
      throw unappliable("its headers tell of another event than its value", null);
    }
    return event;
  }

  UnappliableRecord unappliable(String why, @Nullable Throwable cause) {
    return new UnappliableRecord(kafka.partition(), kafka.offset(), why, cause);
  }
}
