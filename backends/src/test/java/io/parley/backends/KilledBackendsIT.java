package io.parley.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledBackendsIT {
  private static final OptionalInt ANY = OptionalInt.of(Ports.ANY);
  private static final int ACKNOWLEDGED = 50;

  @TempDir private Path directory;

  @Test
  void whatWasAcknowledgedBeforeAKillIsThereAfterIt() throws Exception {
    try (var child = ChildJvm.run(WritesUntilKilled.class, directory)) {
      child.awaitLine(Integer.toString(ACKNOWLEDGED));
      child.kill();
    }

    try (var backends = Backends.start(directory, ANY, ANY)) {
      String servers = backends.kafka().orElseThrow().bootstrapServers();
      TestDatabase database = Rows.in(backends.database().orElseThrow());
      assertThat(Records.all(servers)).startsWith(numbers()).doesNotHaveDuplicates();
      assertThat(Rows.all(database)).startsWith(numbers()).doesNotHaveDuplicates();
      try (var producer = Records.producer(servers)) {
        Records.send(producer, "on");
      }
      Rows.insert(database, "on");
      assertThat(List.of(Records.all(servers).getLast(), Rows.all(database).getLast()))
          .containsExactly("on", "on");
    }
  }

  private static String[] numbers() {
    return IntStream.rangeClosed(1, ACKNOWLEDGED)
        .mapToObj(Integer::toString)
        .toArray(String[]::new);
  }
}
