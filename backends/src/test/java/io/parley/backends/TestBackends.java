package io.parley.backends;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// The one place from which tests take Kafka and PostgreSQL: one of each per JVM, started with the
/// first use of either and stopped with the JVM.
///
/// The system property `backends` says which: `embedded` (the default), or `testcontainers` for
/// those who have a Docker engine. Tests share both, so each takes a database of its own and a
/// prefix of its own for its topics.
public final class TestBackends {
  private static final AtomicInteger PREFIXES = new AtomicInteger();

  private TestBackends() {}

  /// What goes into `bootstrap.servers`. Topics are not created by using them.
  public static String kafka() {
    return SharedBackends.get().bootstrapServers();
  }

  /// A new and empty database.
  public static TestDatabase database() {
    return SharedBackends.get().newDatabase();
  }

  /// A prefix for the names of topics (`parley.topics.prefix`) that no other caller gets.
  public static String topicPrefix() {
    return "chat" + PREFIXES.incrementAndGet();
  }

  /// The Spring Boot properties that lead to this broker and to a new database.
  public static Map<String, String> springProperties() {
    TestDatabase database = database();
    return Map.of(
        "spring.kafka.bootstrap-servers", kafka(),
        "spring.datasource.url", database.jdbcUrl(),
        "spring.datasource.username", database.user(),
        "spring.datasource.password", database.password());
  }
}
