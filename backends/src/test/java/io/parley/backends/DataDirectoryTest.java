package io.parley.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir private Path parent;

  @Test
  void isMadeWithAllAboveIt() {
    Path path = parent.resolve("a/b/c");
    try (var data = DataDirectory.open(path)) {
      assertThat(data.path()).isDirectory().isAbsolute();
    }
  }

  @Test
  void isOpenedOnceAtATime() {
    DataDirectory.open(parent).close();
    var data = DataDirectory.open(parent);
    assertFails(parent)
        .withMessageContaining(
            "in use by another Parley, process " + ProcessHandle.current().pid());
    data.close();
    DataDirectory.open(parent).close();
  }

  @Test
  void ofAnotherProcessIsInUseUntilThatIsKilled() throws Exception {
    try (var other = ChildJvm.run(HoldsDirectory.class, parent)) {
      other.awaitLine("held " + parent.toRealPath());

      assertFails(parent)
          .withMessage(
              "The data directory %s is in use by another Parley, process %d: stop that one,"
                  + " or choose another data directory (PARLEY_DATA_DIR).",
              parent.toRealPath(), other.pid());
      other.kill();
    }
    DataDirectory.open(parent).close();
  }

  @Test
  void thatIsAFileSaysSo() throws Exception {
    Path file = Files.writeString(parent.resolve("file"), "");
    assertFails(file).withMessageContaining("because %s is a file: move the file away", file);
    assertFails(file.resolve("below")).withMessageContaining("%s is a file", file);
  }

  @Test
  void thatCannotBeWrittenSaysSo() throws Exception {
    Path readOnly = Files.createDirectory(parent.resolve("read-only"));
    Files.setPosixFilePermissions(readOnly, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeThat(Files.isWritable(readOnly)).as("root writes anywhere").isFalse();

    assertFails(readOnly)
        .withMessageContaining("can't be written (permission denied): make it writable");
  }

  @Test
  void onAFullDiskSaysSo() {
    assertThatExceptionOfType(BackendFailure.class)
        .isThrownBy(() -> DataDirectory.open(parent, Long.MAX_VALUE))
        .withMessageMatching("Only \\d+ MB are free for the data directory .*: free some space.*");
  }

  private static ThrowableAssertAlternative<BackendFailure> assertFails(Path path) {
    return assertThatExceptionOfType(BackendFailure.class)
        .isThrownBy(() -> DataDirectory.open(path));
  }
}
