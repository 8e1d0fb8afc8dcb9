package io.parley.command;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.command.policy.PolicyListener;
import io.parley.command.presence.NodeWatch;
import io.parley.command.presence.WhenNodeLostThenItsVisitorsLeave;
import io.parley.command.shard.LostNodes;
import io.parley.command.shard.ShardHealth;
import io.parley.command.shard.ShardHost;
import io.parley.edge.Edge;
import io.parley.edge.KafkaClients;
import io.parley.edge.command.CommandGateway;
import io.parley.edge.trace.Spans;
import io.parley.schemas.Topics;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/// The command service: commands over HTTP, the shards that decide them, and the policies.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommandProperties.class)
@ComponentScan(basePackages = "io.parley.command.api")
@Import(Edge.class)
public class CommandService {
  @Bean
  ShardHost shardHost(
      KafkaClients clients,
      Topics topics,
      CommandProperties properties,
      LostNodes lostNodes,
      MeterRegistry meters,
      Spans spans) {
    return new ShardHost(clients, topics, properties, lostNodes, meters, spans);
  }

  @Bean
  NodeWatch nodeWatch(KafkaClients clients, Topics topics, CommandProperties properties) {
    return new NodeWatch(clients, topics, properties.nodeBeat(), properties.nodeSilence());
  }

  @Bean
  LostNodes whenNodeLostThenItsVisitorsLeave(NodeWatch watch, CommandGateway gateway) {
    return new WhenNodeLostThenItsVisitorsLeave(watch, gateway);
  }

  @Bean
  ShardHealth shardsHealthIndicator(ShardHost shards) {
    return new ShardHealth(shards);
  }

  @Bean
  ConcurrentMessageListenerContainer<String, byte[]> policies(
      KafkaClients clients, Topics topics, CommandGateway gateway) {
    return PolicyListener.container(clients, topics, gateway);
  }
}
