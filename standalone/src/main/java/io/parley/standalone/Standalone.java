package io.parley.standalone;

import io.parley.backends.BackendFailure;
import io.parley.command.CommandService;
import io.parley.delivery.WsDelivery;
import io.parley.query.QueryService;
import io.parley.standalone.demo.Demo;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/// All of Parley in one process: the three services on one port, a Kafka broker and a PostgreSQL
/// inside unless others are configured, and a demo marketplace.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
  CommandService.class,
  QueryService.class,
  WsDelivery.class,
  Demo.class,
  Pages.class,
  Welcome.class
})
public class Standalone {
  /// Starts it; what stands in the way is one sentence and exit code 1.
  public static void main(String[] args) {
    var application = new SpringApplication(Standalone.class);
    application.addInitializers(new EmbeddedBackends());
    try {
      application.run(args);
    } catch (BackendFailure e) {
      System.err.println("\nParley did not start: " + e.getMessage());
      System.exit(1);
    }
  }
}
