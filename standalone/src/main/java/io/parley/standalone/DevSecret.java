package io.parley.standalone;

import io.parley.backends.BackendFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/// The key of the demo marketplace's tokens: made at the first start and kept with the data, so
/// that tokens outlive a restart and no two installations share one.
final class DevSecret {
  private static final int BYTES = 32;

  private DevSecret() {}

  static String in(Path directory) {
    var file = directory.resolve("jwt-secret");
    try {
      if (Files.notExists(file)) {
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Files.writeString(file, HexFormat.of().formatHex(random));
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new BackendFailure("The key for tokens cannot be kept in " + file + ".", e);
    }
  }
}
