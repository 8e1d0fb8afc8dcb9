package io.parley.backends;

import java.nio.file.Path;

/// A process of its own that opens a directory and keeps it until its input ends.
final class HoldsDirectory {
  private HoldsDirectory() {}

  public static void main(String[] arguments) throws Exception {
    try (var data = DataDirectory.open(Path.of(arguments[0]))) {
      System.out.println("held " + data.path());
      while (System.in.read() >= 0) {}
    }
  }
}
