package io.parley.command;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/// The command service as a process of its own.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(CommandService.class)
public class CommandServiceApplication {
  /// Starts it.
  public static void main(String[] args) {
    SpringApplication.run(CommandServiceApplication.class, args);
  }
}
