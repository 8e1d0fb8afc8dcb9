package io.parley.backends;

import java.nio.file.Path;
import java.util.OptionalInt;

/// A process of its own that starts both backends, and from then on writes numbers into both. It
/// says each number once both have acknowledged it.
final class WritesUntilKilled {
  private static final OptionalInt ANY = OptionalInt.of(Ports.ANY);

  private WritesUntilKilled() {}

  public static void main(String[] arguments) throws Exception {
    var backends = Backends.start(Path.of(arguments[0]), ANY, ANY);
    String servers = backends.kafka().orElseThrow().bootstrapServers();
    TestDatabase database = Rows.in(backends.database().orElseThrow());
    Records.createTopic(servers);
    Rows.create(database);
    try (var producer = Records.producer(servers)) {
      for (int number = 1; ; number++) {
        Records.send(producer, Integer.toString(number));
        Rows.insert(database, Integer.toString(number));
        System.out.println(number);
      }
    }
  }
}
