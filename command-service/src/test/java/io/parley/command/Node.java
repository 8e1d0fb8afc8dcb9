package io.parley.command;

import static org.awaitility.Durations.ONE_MINUTE;

import io.parley.backends.TestBackends;
import io.parley.command.shard.ShardHost;
import io.parley.schemas.Topics;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/// The command service of a test, on the shared broker: the application as it is started alone.
final class Node implements AutoCloseable {
  static final int PARTITIONS = 3;

  private final ConfigurableApplicationContext context;
  private final Topics topics;

  private Node(ConfigurableApplicationContext context, Topics topics) {
    this.context = context;
    this.topics = topics;
  }

  /// A node that is ready, with topics of this prefix.
  static Node start(String prefix, String nodeId) {
    return start(prefix, nodeId, Map.of());
  }

  static Node start(String prefix, String nodeId, Map<String, String> more) {
    var node = startAnyhow(prefix, nodeId, more);
    Awaitility.await().atMost(ONE_MINUTE).until(() -> node.shards().isReady());
    return node;
  }

  /// A node that need not become ready.
  static Node startAnyhow(String prefix, String nodeId, Map<String, String> more) {
    var properties =
        new ArrayList<>(
            List.of(
                "server.port=0",
                "management.server.port=",
                "spring.kafka.bootstrap-servers=" + TestBackends.kafka(),
                "parley.topics.prefix=" + prefix,
                "parley.topics.partitions=" + PARTITIONS,
                "parley.command.node-id=" + nodeId,
                "parley.edge.command-timeout=20s",
                "parley.edge.jwt.secret=" + Tokens.SECRET));
    more.forEach((name, value) -> properties.add(name + "=" + value));
    var context =
        new SpringApplicationBuilder(CommandServiceApplication.class)
            .run(properties.stream().map(p -> "--" + p).toArray(String[]::new));
    return new Node(context, new Topics(prefix));
  }

  ShardHost shards() {
    return bean(ShardHost.class);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  Topics topics() {
    return topics;
  }

  URI address() {
    var server = ((WebServerApplicationContext) context).getWebServer();
    return URI.create("http://127.0.0.1:" + (server == null ? 0 : server.getPort()));
  }

  /// Somebody who talks to this node.
  Client client() {
    return new Client(address(), Map.of());
  }

  @Override
  public void close() {
    context.close();
  }
}
