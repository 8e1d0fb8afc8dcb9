package io.parley.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
  @TempDir private Path directory;

  @Test
  void keepsRecordsAcrossARestart() throws Exception {
    try (var data = DataDirectory.open(directory)) {
      try (var kafka = EmbeddedKafka.start(data, Ports.ANY)) {
        Records.createTopic(kafka.bootstrapServers());
        send(kafka, "سلام");
      }

      try (var kafka = EmbeddedKafka.start(data, Ports.ANY)) {
        send(kafka, "again");
        assertThat(Records.all(kafka.bootstrapServers())).containsExactly("سلام", "again");
      }
    }
  }

  @Test
  void takesAnotherPortWhenThePreferredOneIsTaken() throws Exception {
    try (var data = DataDirectory.open(directory);
        var taken = new ServerSocket(0, 1, InetAddress.ofLiteral(Ports.HOST));
        var kafka = EmbeddedKafka.start(data, taken.getLocalPort())) {
      Records.createTopic(kafka.bootstrapServers());

      assertThat(kafka.bootstrapServers()).doesNotEndWith(":" + taken.getLocalPort());
    }
  }

  @Test
  void makesNoTopicByItselfAndServesGroups() throws Exception {
    int preferred = Ports.free();
    try (var data = DataDirectory.open(directory);
        var kafka = EmbeddedKafka.start(data, preferred)) {
      assertThat(kafka.bootstrapServers()).endsWith(":" + preferred);
      assertThatThrownBy(() -> send(kafka, "nowhere")).hasMessageContaining("not present");

      Records.createTopic(kafka.bootstrapServers());
      send(kafka, "here");

      assertThat(readAsMember(kafka)).containsExactly("here");
    }
  }

  private static List<String> readAsMember(EmbeddedKafka kafka) {
    List<String> texts = new ArrayList<>();
    try (var consumer = Records.member(kafka.bootstrapServers())) {
      consumer.subscribe(List.of(Records.topic()));
      while (texts.isEmpty()) {
        consumer.poll(Duration.ofSeconds(1)).forEach(record -> texts.add(record.value()));
      }
    }
    return texts;
  }

  private static void send(EmbeddedKafka kafka, String text) throws Exception {
    try (var producer = Records.producer(kafka.bootstrapServers())) {
      Records.send(producer, text);
    }
  }
}
