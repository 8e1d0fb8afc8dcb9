package io.parley.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendsIT {
  private static final OptionalInt ANY = OptionalInt.of(Ports.ANY);

  @TempDir private Path directory;

  @Test
  void startsOnlyWhatIsWanted() {
    try (var backends = Backends.start(directory, OptionalInt.empty(), ANY)) {
      assertThat(backends.kafka()).isEmpty();
      assertThat(backends.database()).isPresent();
      assertThat(directory.resolve("kafka")).doesNotExist();
    }
  }

  @Test
  void leavesNothingRunningWhenOneCannotStart() throws Exception {
    Files.writeString(directory.resolve("kafka"), "in the way");

    assertThatExceptionOfType(BackendFailure.class)
        .isThrownBy(() -> Backends.start(directory, ANY, ANY))
        .withMessage(
            "The embedded Kafka broker can't start on %s (a file is in its place): put that right,"
                + " or start afresh on another data directory (PARLEY_DATA_DIR).",
            directory.toRealPath().resolve("kafka"));

    assertThat(directory.resolve("postgres/postmaster.pid")).doesNotExist();
    DataDirectory.open(directory).close();
  }

  @Test
  void closesTwiceWithoutHarm() {
    var backends = Backends.start(directory, OptionalInt.empty(), ANY);
    backends.close();
    backends.close();
  }
}
