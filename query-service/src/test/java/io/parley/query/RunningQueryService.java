package io.parley.query;

import io.parley.backends.TestBackends;
import io.parley.edge.KafkaClients;
import io.parley.query.given.Client;
import io.parley.query.given.GivenCommandSide;
import io.parley.query.given.GivenGuest;
import io.parley.query.given.GivenLog;
import io.parley.query.given.GivenPublicRoom;
import io.parley.query.given.GivenRoom;
import io.parley.query.given.GivenVisitor;
import io.parley.query.given.Tokens;
import io.parley.schemas.LogPosition;
import io.parley.schemas.Person;
import io.parley.schemas.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// query-service on a real broker and a real database, with a command side that accepts what
/// query-service asks it for. All tests share them, and so bring rooms and people of their own.
@SpringBootTest(
    classes = QueryServiceApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "management.server.port=")
@Import(RunningQueryService.CommandSide.class)
public abstract class RunningQueryService {
  @LocalServerPort private int port;
  @Autowired private Topics topics;
  @Autowired private GivenCommandSide commandSide;

  @DynamicPropertySource
  static void backends(DynamicPropertyRegistry registry) {
    TestBackends.springProperties().forEach((name, value) -> registry.add(name, () -> value));
    String prefix = TestBackends.topicPrefix();
    registry.add("parley.topics.prefix", () -> prefix);
    registry.add("parley.edge.jwt.secret", () -> Tokens.KEY);
    registry.add("parley.query.position-wait", () -> "15s");
  }

  @TestConfiguration(proxyBeanMethods = false)
  static class CommandSide {
    @Bean
    GivenCommandSide commandSide(KafkaClients clients, Topics topics) {
      return new GivenCommandSide(clients, topics);
    }
  }

  protected GivenCommandSide commandSide() {
    return commandSide;
  }

  protected GivenLog log() {
    return new GivenLog(TestBackends.kafka(), topics.events());
  }

  /// Writes all that has happened in a room to the log.
  protected LogPosition given(GivenRoom room) {
    try (var log = log()) {
      return log.append(room.events());
    }
  }

  /// Writes all that has happened to a guest to the log.
  protected LogPosition given(GivenGuest guest) {
    try (var log = log()) {
      return log.append(guest.events());
    }
  }

  /// Writes all that has happened in a public room, and to these visitors, to the log.
  protected LogPosition given(GivenPublicRoom room, GivenVisitor... visitors) {
    try (var log = log()) {
      for (var visitor : visitors) {
        log.append(visitor.events());
      }
      return log.append(room.events());
    }
  }

  protected Client nobody() {
    return Client.at(port);
  }

  protected Client buyer(Person person) {
    return nobody().token(Tokens.buyer(person));
  }

  protected Client vendor(Person person, String vendorId) {
    return nobody().token(Tokens.vendor(person, vendorId));
  }

  protected Client admin(Person person) {
    return nobody().token(Tokens.admin(person));
  }
}
