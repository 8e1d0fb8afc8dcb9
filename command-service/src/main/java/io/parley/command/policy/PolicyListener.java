package io.parley.command.policy;

import io.parley.edge.KafkaClients;
import io.parley.edge.command.CommandGateway;
import io.parley.schemas.Topics;
import io.parley.schemas.event.EventEnvelope;
import io.parley.schemas.event.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.FixedBackOff;

/// Reads `chat.events` and sends the commands that the policies answer with. The group's position
/// moves on only when all of a batch's commands are answered, so each reaction happens at least
/// once; a refusal is an answer.
public final class PolicyListener implements BatchMessageListener<String, byte[]> {
  private static final long RETRY_MS = 1_000;
  private static final int MAX_IN_FLIGHT = 200;

  /// Few events matter here: they are fetched in bulk, at most a tenth of a second late.
  private static final Map<String, Object> GATHER =
      Map.of(
          ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1_000_000,
          ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100);

  private final CommandGateway gateway;

  private PolicyListener(CommandGateway gateway) {
    this.gateway = gateway;
  }

  /// A container, not yet running, for this node's share of the group.
  public static ConcurrentMessageListenerContainer<String, byte[]> container(
      KafkaClients clients, Topics topics, CommandGateway gateway) {
    var properties = new ContainerProperties(topics.events());
    properties.setGroupId(topics.prefix() + ".policies");
    properties.setMessageListener(new PolicyListener(gateway));
    ConsumerFactory<String, byte[]> factory = clients.consumerFactory(GATHER);
    var container = new ConcurrentMessageListenerContainer<>(factory, properties);
    container.setBeanName("policies");
    container.setCommonErrorHandler(
        new DefaultErrorHandler(new FixedBackOff(RETRY_MS, FixedBackOff.UNLIMITED_ATTEMPTS)));
    return container;
  }

  @Override
  public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
    var commands =
        records.stream()
            .filter(PolicyListener::matters)
            .map(record -> EventEnvelope.fromBytes(record.value()))
            .flatMap(event -> Policies.react(event).stream())
            .toList();
    for (int i = 0; i < commands.size(); i += MAX_IN_FLIGHT) {
      var some = commands.subList(i, Math.min(i + MAX_IN_FLIGHT, commands.size()));
      CompletableFuture.allOf(
              some.stream()
                  .map(command -> gateway.submit(command, null))
                  .toArray(CompletableFuture[]::new))
          .join();
    }
  }

  private static boolean matters(ConsumerRecord<String, byte[]> record) {
    var type = record.headers().lastHeader(EventHeaders.TYPE);
    return type != null
        && Policies.EVENT_TYPES.contains(new String(type.value(), StandardCharsets.UTF_8));
  }
}
