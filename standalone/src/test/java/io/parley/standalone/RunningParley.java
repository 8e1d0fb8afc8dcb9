package io.parley.standalone;

import io.parley.backends.TestBackends;
import io.parley.standalone.client.Parley;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// All of Parley on a real broker and a real database. All tests share one, and so bring people of
/// their own.
@SpringBootTest(classes = Standalone.class, webEnvironment = WebEnvironment.RANDOM_PORT)
abstract class RunningParley {
  private static final String KEY = "the key of the tests' marketplace, 32 bytes and more";

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void backends(DynamicPropertyRegistry registry) {
    Output.capture();
    TestBackends.springProperties().forEach((name, value) -> registry.add(name, () -> value));
    registry.add("parley.topics.prefix", TestBackends::topicPrefix);
    registry.add("parley.edge.jwt.secret", () -> KEY);
  }

  final Parley parley() {
    return new Parley(port, KEY);
  }
}
