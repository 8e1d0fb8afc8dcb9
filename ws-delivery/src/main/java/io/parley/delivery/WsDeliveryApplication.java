package io.parley.delivery;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/// ws-delivery as a process of its own.
@EnableAutoConfiguration
@Import(WsDelivery.class)
public class WsDeliveryApplication {
  /// Starts it.
  public static void main(String[] args) {
    SpringApplication.run(WsDeliveryApplication.class, args);
  }
}
