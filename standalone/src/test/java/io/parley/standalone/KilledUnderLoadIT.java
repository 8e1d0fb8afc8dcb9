package io.parley.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parley.query.fresh.FreshComparison;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.RoomEvent.MessageSent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// `kill -9` while people write, and what they find when it runs again.
class KilledUnderLoadIT {
  private static final int MESSAGES = 250;

  @Test
  void whatWasAcknowledgedIsThereOnceInOrderAndTheReadModelIsTheLog() throws Exception {
    Path directory =
        Files.createTempDirectory(Files.createDirectories(Path.of("target")), "killed");
    int port = ParleyProcess.freePort();
    try (var load = begunAndKilled(directory, port)) {
      try (var second = ParleyProcess.start(directory, port)) {
        load.awaitMore(MESSAGES);
        second.kill();
      }
      try (var third = startHere(directory, port)) {
        load.awaitMore(MESSAGES);
        var acknowledged = load.finish();
        var log = log(third);
        assertThat(log.irregularities()).isEmpty();
        assertThatAllAreThereOnce(acknowledged, log.events());
        assertThatSendersKeepTheirOrder(log.events());
        assertThatTheReadModelIsTheLog(third);
      }
    }
  }

  private static Load begunAndKilled(Path directory, int port) throws Exception {
    try (var first = ParleyProcess.start(directory, port)) {
      var load = new Load(first.parley());
      load.awaitMore(MESSAGES);
      first.kill();
      return load;
    }
  }

  /// In this process, so that the read model can be compared.
  private static ConfigurableApplicationContext startHere(Path directory, int port) {
    var application = new SpringApplication(Standalone.class);
    application.addInitializers(new EmbeddedBackends());
    application.setRegisterShutdownHook(false);
    return application.run(ParleyProcess.arguments(directory, port));
  }

  private static TheLog log(ConfigurableApplicationContext parley) {
    var servers = parley.getEnvironment().getRequiredProperty("spring.kafka.bootstrap-servers");
    return TheLog.read(servers, "chat.events");
  }

  private static void assertThatAllAreThereOnce(
      List<Load.Acknowledged> acknowledged, List<EventEnvelope> events) {
    var sent = events.stream().filter(event -> event.data() instanceof MessageSent).toList();
    var byCommand = sent.stream().collect(Collectors.groupingBy(EventEnvelope::commandId));
    assertThat(byCommand).hasSize(sent.size());
    assertThat(acknowledged).hasSize(sent.size());
    var written = sent.stream().map(KilledUnderLoadIT::asTold).collect(Collectors.toSet());
    assertThat(written).containsExactlyInAnyOrderElementsOf(acknowledged);
  }

  private static Load.Acknowledged asTold(EventEnvelope event) {
    var message = (MessageSent) event.data();
    return new Load.Acknowledged(
        message.roomId(),
        event.commandId(),
        message.messageId(),
        event.sequence(),
        message.content());
  }

  private static void assertThatSendersKeepTheirOrder(List<EventEnvelope> events) {
    Map<String, Integer> newest = new HashMap<>();
    for (var event : events) {
      if (event.data() instanceof MessageSent message) {
        int space = message.content().indexOf(' ');
        int number = Integer.parseInt(message.content().substring(space + 1));
        String place = message.roomId() + " " + message.content().substring(0, space);
        assertThat(number).as("%s", event).isGreaterThan(newest.getOrDefault(place, 0));
        newest.put(place, number);
      }
    }
  }

  private static void assertThatTheReadModelIsTheLog(ConfigurableApplicationContext parley) {
    Function<ConfigurableApplicationContext, List<String>> differences =
        context -> context.getBean(FreshComparison.class).differences();
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(differences.apply(parley)).isEmpty());
  }
}
