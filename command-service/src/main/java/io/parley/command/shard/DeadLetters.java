package io.parley.command.shard;

import io.parley.schemas.Json;
import io.parley.schemas.command.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes what cannot be decided to `chat.commands.dead`, one at a time: dead commands are rare,
/// and nothing behind one may be decided before it is kept.
final class DeadLetters {
  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

  private final Producer<String, byte[]> producer;
  private final String topic;

  DeadLetters(Producer<String, byte[]> producer, String topic) {
    this.producer = producer;
    this.topic = topic;
  }

  /// Returns when the command is in the topic, without its value where that is too large; also
  /// when nobody may write there, as trying again would not help. Throws where it would.
  void keep(ConsumerRecord<String, byte[]> command, Undecided why)
      throws ExecutionException, InterruptedException {
    try {
      send(command, why, command.value());
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RecordTooLargeException _ -> send(command, why, null);
        case AuthorizationException forbidden ->
            LOG.error("Dead command {} is not kept", place(command), forbidden);
        case null, default -> throw e;
      }
    }
  }

  private static String place(ConsumerRecord<?, ?> command) {
    return command.partition() + "-" + command.offset();
  }

  private void send(ConsumerRecord<String, byte[]> command, Undecided why, byte @Nullable [] value)
      throws ExecutionException, InterruptedException {
    var record = new ProducerRecord<>(topic, command.partition(), command.key(), value);
    command.headers().forEach(record.headers()::add);
    put(record, DeadLetter.REASON, why.reason().code());
    put(record, DeadLetter.DETAIL, why.detail());
    put(record, DeadLetter.PARTITION, String.valueOf(command.partition()));
    put(record, DeadLetter.OFFSET, String.valueOf(command.offset()));
    put(record, DeadLetter.AT, Json.time(Instant.ofEpochMilli(command.timestamp())));
    if (value == null && command.value() != null) {
      put(record, DeadLetter.VALUE_BYTES, String.valueOf(command.value().length));
    }
    producer.send(record).get();
  }

  private static void put(ProducerRecord<?, ?> record, String name, String text) {
    record.headers().remove(name).add(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
