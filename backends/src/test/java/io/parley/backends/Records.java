package io.parley.backends;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// A topic of texts with one partition, for tests that want to find again what they wrote.
final class Records {
  private static final String TOPIC = "notes";

  private Records() {}

  static void createTopic(String servers) throws Exception {
    try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
      admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get(30, SECONDS);
    }
  }

  static Producer<String, String> producer(String servers) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", servers, "acks", "all", "max.block.ms", 5_000),
        new StringSerializer(),
        new StringSerializer());
  }

  /// Returns once the broker has acknowledged it.
  static void send(Producer<String, String> producer, String text) throws Exception {
    producer.send(new ProducerRecord<>(TOPIC, text)).get(30, SECONDS);
  }

  static List<String> all(String servers) {
    return WholeTopic.read(servers, TOPIC).stream()
        .map(record -> new String(record.value(), UTF_8))
        .toList();
  }

  /// One that is member of a group, for the shortest session that services ask for.
  static Consumer<String, String> member(String servers) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            servers,
            "group.id",
            "readers",
            "session.timeout.ms",
            6_000,
            "auto.offset.reset",
            "earliest"),
        new StringDeserializer(),
        new StringDeserializer());
  }

  static String topic() {
    return TOPIC;
  }
}
