package io.parley.cluster;

import java.nio.file.Path;
import java.util.List;

/// How the virtual machines of the cluster are started: a dozen of them share a developer's
/// machine, so each has a small heap, the collector without threads of its own, and only the
/// compiler that is quick (all of it together would keep two cores busy for the first minutes).
final class Jvm {
  private Jvm() {}

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  static List<String> flags(String heap) {
    return List.of(
        "-Xmx" + heap,
        "-Xms" + heap,
        "-Xss512k",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseCompactObjectHeaders",
        "-XX:-UsePerfData");
  }
}
