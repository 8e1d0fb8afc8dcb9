package io.parley.delivery;

import io.parley.delivery.session.Commands;
import io.parley.edge.Edge;
import io.parley.edge.command.CommandGateway;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/// Everything that ws-delivery is, to be imported alone or beside the other services.
@Configuration(proxyBeanMethods = false)
@Import(Edge.class)
@EnableConfigurationProperties(DeliveryProperties.class)
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class WsDelivery {
  @Bean
  Commands deliveryCommands(CommandGateway gateway) {
    return gateway::submitUnhurried;
  }
}
