package io.parley.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parley.backends.TestBackends;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;

class TopicSetupIT {
  private final TestKafka kafka = new TestKafka();

  private Config config(String topic) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (var admin = Admin.create(Map.of("bootstrap.servers", TestBackends.kafka()))) {
      return Objects.requireNonNull(
          admin.describeConfigs(List.of(resource)).all().get().get(resource));
    }
  }

  @Test
  void missingTopicsAreMadeAsTheDesignSays() throws Exception {
    kafka.setUp(3);
    var topics = kafka.topics();

    assertThat(config(topics.events()).get("retention.ms").value()).isEqualTo("-1");
    var commands = config(topics.commands());
    assertThat(commands.get("message.timestamp.type").value()).isEqualTo("LogAppendTime");
    assertThat(commands.get("retention.ms").value()).isEqualTo("604800000");
    assertThat(config(topics.deadCommands()).get("retention.ms").value()).isEqualTo("2592000000");
    assertThat(config(topics.replies()).get("retention.ms").value()).isEqualTo("3600000");
    assertThat(config(topics.signals()).get("retention.ms").value()).isEqualTo("3600000");
  }

  @Test
  void severalNodesMayStartAtOnce() {
    var nodes = new CompletableFuture<?>[4];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = CompletableFuture.runAsync(() -> kafka.setUp(2));
    }

    CompletableFuture.allOf(nodes).join();
    assertThat(nodes).allMatch(CompletableFuture::isDone);
  }

  @Test
  void aChangedNumberOfPartitionsIsRefused() {
    kafka.setUp(2);

    assertThatThrownBy(() -> kafka.setUp(3))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("has 2 partitions, and parley.topics.partitions says 3");
  }
}
