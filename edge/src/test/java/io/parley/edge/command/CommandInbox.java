package io.parley.edge.command;

import io.parley.edge.TestKafka;
import io.parley.schemas.command.CommandEnvelope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;

/// What arrives on a test's commands topic, one after the other.
final class CommandInbox implements AutoCloseable {
  private final Consumer<String, byte[]> consumer;
  private final Queue<ConsumerRecord<String, byte[]>> arrived = new ArrayDeque<>();

  CommandInbox(TestKafka kafka) {
    consumer = kafka.clients().consumer(Map.of());
    var place = List.of(new TopicPartition(kafka.topics().commands(), 0));
    consumer.assign(place);
    consumer.seekToBeginning(place);
  }

  ConsumerRecord<String, byte[]> next() {
    Awaitility.await()
        .until(
            () -> {
              consumer.poll(Duration.ofMillis(100)).forEach(arrived::add);
              return !arrived.isEmpty();
            });
    return arrived.remove();
  }

  static String replyTo(ConsumerRecord<String, byte[]> command) {
    return header(command, CommandEnvelope.REPLY_TO);
  }

  static String header(ConsumerRecord<String, byte[]> command, String name) {
    var header = Objects.requireNonNull(command.headers().lastHeader(name), name);
    return new String(header.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
