package io.parley.standalone.demo;

import io.parley.command.api.ProductCatalog;
import io.parley.edge.EdgeProperties;
import io.parley.edge.command.CommandGateway;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The demo marketplace; part of the standalone start only.
@Configuration(proxyBeanMethods = false)
@Import(DevController.class)
public class Demo {
  @Bean
  DevTokens devTokens(EdgeProperties edge) {
    return new DevTokens(
        Objects.requireNonNull(
            edge.jwt().secret(), "the standalone start signs with parley.edge.jwt.secret"));
  }

  @Bean
  Marketplace marketplace() {
    return Marketplace.demo();
  }

  @Bean
  DemoRooms demoRooms(CommandGateway gateway) {
    return new DemoRooms(gateway);
  }

  @Bean
  ProductCatalog productCatalog(Marketplace marketplace) {
    return marketplace::find;
  }
}
