package io.parley.delivery;

import static org.awaitility.Awaitility.await;

import io.parley.backends.TestBackends;
import io.parley.delivery.session.LogPositions;
import io.parley.schemas.Person;
import io.parley.schemas.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/// One ws-delivery with a real Kafka, and around it what stands in for the other services.
final class DeliveryNode implements AutoCloseable {
  final TestRooms rooms;
  final TestPublicRooms publicRooms;
  final TestQueryService queries;
  final ConfigurableApplicationContext context;
  private final List<AutoCloseable> around;
  private final Topics topics;

  private DeliveryNode(Map<String, Object> settings) throws IOException {
    this.topics = new Topics(TestBackends.topicPrefix());
    this.rooms = new TestRooms(TestBackends.kafka(), topics);
    this.publicRooms = new TestPublicRooms(topics, rooms);
    this.queries = new TestQueryService(rooms, publicRooms);
    this.context = run(settings);
    var shard = new TestShard(TestBackends.kafka(), topics, rooms, publicRooms);
    this.around = List.of(shard, queries, rooms);
    await().until(this::isReady);
  }

  /// Another node of the cluster of this one, which outlives it.
  private DeliveryNode(DeliveryNode first, Map<String, Object> settings) {
    this.topics = first.topics;
    this.rooms = first.rooms;
    this.publicRooms = first.publicRooms;
    this.queries = first.queries;
    this.context = run(settings);
    this.around = List.of();
    await().until(this::isReady);
  }

  private ConfigurableApplicationContext run(Map<String, Object> settings) {
    var all = new HashMap<String, Object>();
    all.put("server.port", 0);
    all.put("management.server.port", "");
    all.put("spring.kafka.bootstrap-servers", TestBackends.kafka());
    all.put("parley.topics.prefix", topics.prefix());
    all.put("parley.topics.partitions", 3);
    all.put("parley.edge.jwt.secret", Tokens.SECRET);
    all.put("parley.edge.command-timeout", "2s");
    all.put("parley.delivery.query-url", queries.url());
    all.put("parley.delivery.query.timeout", "1s");
    all.putAll(settings);
    return new SpringApplicationBuilder(WsDeliveryApplication.class)
        .web(WebApplicationType.SERVLET)
        .run(
            all.entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new));
  }

  DeliveryNode another(Map<String, Object> settings) {
    return new DeliveryNode(this, settings);
  }

  static DeliveryNode start(Map<String, Object> settings) {
    try {
      return new DeliveryNode(settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean isReady() {
    var health = context.getBean("deliveryTail", HealthIndicator.class).health();
    return health != null && health.getStatus().equals(Status.UP);
  }

  /// A new room of this buyer with this vendor, which this node has heard of.
  UUID open(Person buyer, int vendor) {
    UUID room = rooms.open(buyer, vendor);
    var positions = context.getBean(LogPositions.class);
    await().until(() -> positions.passed(room).equals(positions.newest(room)));
    return room;
  }

  Topics topics() {
    return topics;
  }

  URI uri(String pathAndQuery) {
    return URI.create(
        "ws://127.0.0.1:"
            + context.getEnvironment().getProperty("local.server.port")
            + pathAndQuery);
  }

  /// A socket of this account, greeted.
  TestSocket buyer(int account) {
    return greeted("/ws/chat/?token=" + Tokens.buyer(account));
  }

  /// A socket of this account that answers for this vendor, greeted.
  TestSocket vendor(int account, int vendor) {
    return greeted("/ws/chat/?token=" + Tokens.vendor(account, vendor));
  }

  /// A socket of this account that runs the marketplace, greeted.
  TestSocket admin(int account) {
    return greeted("/ws/chat/?token=" + Tokens.admin(account));
  }

  TestSocket greeted(String pathAndQuery) {
    var socket = TestSocket.open(uri(pathAndQuery));
    socket.next("connection_established");
    return socket;
  }

  @Override
  public void close() {
    context.close();
    try {
      for (var one : around) {
        one.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
