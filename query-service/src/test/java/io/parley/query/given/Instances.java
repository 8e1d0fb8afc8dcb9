package io.parley.query.given;

import io.parley.backends.TestBackends;
import io.parley.backends.TestDatabase;
import io.parley.query.QueryServiceApplication;
import io.parley.schemas.Topics;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Instances of query-service on a database and on topics that no other test has.
public final class Instances implements AutoCloseable {
  private final TestDatabase database = TestBackends.database();
  private final String prefix = TestBackends.topicPrefix();
  private final List<Instance> running = new ArrayList<>();

  /// One of them.
  public record Instance(ConfigurableApplicationContext context) implements AutoCloseable {
    public Client client() {
      return at("local.server.port");
    }

    /// The port that only operators reach.
    public Client operator() {
      return at("local.management.port");
    }

    private Client at(String property) {
      return Client.at(context.getEnvironment().getRequiredProperty(property, Integer.class));
    }

    public <T> T bean(Class<T> type) {
      return context.getBean(type);
    }

    @Override
    public void close() {
      context.close();
    }
  }

  /// One more, with these properties, each `name=value`.
  public Instance start(String... properties) {
    var context =
        new SpringApplicationBuilder(QueryServiceApplication.class)
            .properties(
                "spring.kafka.bootstrap-servers=" + TestBackends.kafka(),
                "parley.topics.prefix=" + prefix,
                "parley.edge.jwt.secret=" + Tokens.KEY,
                "parley.query.position-wait=15s")
            .run(arguments(properties));
    var instance = new Instance(context);
    running.add(instance);
    return instance;
  }

  /// They win over what is in application.yml.
  private String[] arguments(String... properties) {
    var all = new ArrayList<String>();
    all.add("--server.port=0");
    all.add("--management.server.port=0");
    all.add("--spring.datasource.url=" + database.jdbcUrl());
    all.add("--spring.datasource.username=" + database.user());
    all.add("--spring.datasource.password=" + database.password());
    for (String property : properties) {
      all.add("--" + property);
    }
    return all.toArray(String[]::new);
  }

  /// All that were started, in this order.
  public List<Instance> running() {
    return List.copyOf(running);
  }

  public GivenLog log() {
    return new GivenLog(TestBackends.kafka(), new Topics(prefix).events());
  }

  public JdbcClient jdbc() {
    return running.getFirst().bean(JdbcClient.class);
  }

  /// The database, beside all instances.
  public TestDatabase database() {
    return database;
  }

  /// Lets nobody into the database, and throws out who is in, or lets them in again.
  public void letIn(boolean open) {
    var url = database.jdbcUrl();
    var name = url.substring(url.lastIndexOf('/') + 1);
    var server =
        new TestDatabase(
            url.replaceFirst("/[^/]*$", "/postgres"), database.user(), database.password());
    try (var connection = server.connect();
        var statement = connection.createStatement()) {
      statement.execute("alter database " + name + " with allow_connections " + open);
      if (!open) {
        statement.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                + name
                + "'");
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    running.forEach(Instance::close);
  }
}
