package io.parley.standalone;

import io.parley.backends.Backends;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/// Starts Kafka and PostgreSQL in this process before anything needs them, each only if no other
/// is configured, and stops them after everything else has stopped.
final class EmbeddedBackends
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final String KAFKA = "spring.kafka.bootstrap-servers";
  private static final String DATABASE = "spring.datasource.url";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var environment = context.getEnvironment();
    useExternalKafka(environment);
    var directory = Path.of(environment.getProperty("parley.data-dir", "./data")).toAbsolutePath();
    var backends =
        Backends.start(
            directory.normalize(),
            port(environment, KAFKA, "parley.standalone.kafka-port", 9092),
            port(environment, DATABASE, "parley.standalone.postgres-port", 5432));
    ((DefaultSingletonBeanRegistry) context.getBeanFactory())
        .registerDisposableBean("backends", backends::close);
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("embedded backends", properties(backends, directory)));
  }

  /// `KAFKA_BOOTSTRAP_SERVERS` is what operators call it, beside Spring's own name.
  private static void useExternalKafka(ConfigurableEnvironment environment) {
    String servers = environment.getProperty("KAFKA_BOOTSTRAP_SERVERS");
    if (servers != null && !environment.containsProperty(KAFKA)) {
      environment
          .getPropertySources()
          .addFirst(new MapPropertySource("external Kafka", Map.of(KAFKA, servers)));
    }
  }

  private static OptionalInt port(
      ConfigurableEnvironment environment, String external, String property, int standard) {
    return environment.containsProperty(external)
        ? OptionalInt.empty()
        : OptionalInt.of(environment.getProperty(property, Integer.class, standard));
  }

  private static Map<String, Object> properties(Backends backends, Path directory) {
    var properties = new HashMap<String, Object>();
    properties.put("parley.data-dir", directory.normalize().toString());
    properties.put("parley.edge.jwt.secret", DevSecret.in(directory));
    backends.kafka().ifPresent(kafka -> properties.put(KAFKA, kafka.bootstrapServers()));
    backends
        .database()
        .ifPresent(
            database -> {
              properties.put(DATABASE, database.jdbcUrl());
              properties.put("spring.datasource.username", database.user());
              properties.put("spring.datasource.password", database.password());
            });
    return properties;
  }
}
