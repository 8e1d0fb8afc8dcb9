package io.parley.delivery.session;

import io.parley.delivery.DeliveryProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Where query-service answers: as configured, or, for `self`, on the port of this very process,
/// which is known once the web server has started.
@Component
final class QueryServiceAddress {
  private final String configured;
  private final Environment environment;

  QueryServiceAddress(DeliveryProperties properties, Environment environment) {
    this.configured = properties.queryUrl().replaceAll("/+$", "");
    this.environment = environment;
  }

  String base() {
    return configured.equals("self")
        ? "http://127.0.0.1:" + environment.getProperty("local.server.port")
        : configured;
  }
}
