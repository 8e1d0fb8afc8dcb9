package io.parley.query;

import io.parley.backends.TestBackends;
import io.parley.query.given.GivenLog;
import io.parley.query.given.Tokens;
import io.parley.schemas.LogPosition;
import io.parley.schemas.Topics;
import io.parley.schemas.event.EventEnvelope;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/// query-service on a real broker and a real database. All tests share one, and so bring rooms and
/// people of their own.
@SpringBootTest(
    classes = QueryServiceApplication.class,
    webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class RunningQueryService {
  @LocalServerPort int port;
  @Autowired Topics topics;

  @DynamicPropertySource
  static void backends(DynamicPropertyRegistry registry) {
    TestBackends.springProperties().forEach((name, value) -> registry.add(name, () -> value));
    registry.add("parley.topics.prefix", TestBackends::topicPrefix);
    registry.add("parley.edge.jwt.secret", () -> Tokens.KEY);
    registry.add("parley.query.instance-id", () -> "test");
  }

  GivenLog log() {
    return new GivenLog(TestBackends.kafka(), topics.events());
  }

  LogPosition given(List<EventEnvelope> events) {
    try (var log = log()) {
      return log.append(events);
    }
  }

  /// A client that sends these headers with every request, and waits for this position.
  RestTestClient as(@Nullable String token, LogPosition position) {
    var client =
        RestTestClient.bindToServer()
            .baseUrl("http://localhost:" + port)
            .defaultHeader(LogPosition.HEADER, position.toString());
    if (token != null) {
      client.defaultHeader("Authorization", "Bearer " + token);
    }
    return client.build();
  }
}
