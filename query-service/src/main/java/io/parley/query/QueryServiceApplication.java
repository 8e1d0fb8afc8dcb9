package io.parley.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/// query-service as a process of its own.
@EnableAutoConfiguration
@Import(QueryService.class)
public final class QueryServiceApplication {
  private QueryServiceApplication() {}

  /// Starts it.
  public static void main(String[] arguments) {
    SpringApplication.run(QueryServiceApplication.class, arguments);
  }
}
