package io.parley.cluster.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a run has found, for people.
final class Report {
  private final long seed;
  private final List<String> facts = new ArrayList<>();
  private final List<Impact> impacts = new ArrayList<>();
  private final List<String> wrong = new ArrayList<>();

  Report(long seed) {
    this.seed = seed;
  }

  void fact(String line) {
    facts.add(line);
    System.out.println("faults: " + line);
  }

  void add(Impact impact) {
    impacts.add(impact);
    System.out.println("faults: " + impact.row());
  }

  void wrong(String check, List<String> found) {
    System.out.println("faults: " + check + ": " + (found.isEmpty() ? "holds" : found));
    facts.add(check + ": " + (found.isEmpty() ? "holds" : found.size() + " times broken"));
    found.forEach(one -> wrong.add(check + ": " + one));
  }

  List<String> wrong() {
    return wrong;
  }

  /// Into the directory, as `fault-report-<seed>.md`.
  Path write(Path directory) throws IOException {
    var text = new StringBuilder("# Faults, seed " + seed + "\n\n");
    facts.forEach(fact -> text.append("* ").append(fact).append('\n'));
    text.append(
        """

        | fault | until all was as before | longest time without an accepted send in a room (rooms with more than 2 s) | slowest send | longest time without a frame for a client's room | connections lost | whole after connecting again, median / slowest |
        | --- | --- | --- | --- | --- | --- | --- |
        """);
    impacts.forEach(impact -> text.append(impact.row()).append('\n'));
    if (!wrong.isEmpty()) {
      text.append("\n## Broken\n\n");
      wrong.stream().limit(100).forEach(one -> text.append("* ").append(one).append('\n'));
    }
    Files.createDirectories(directory);
    return Files.writeString(directory.resolve("fault-report-" + seed + ".md"), text);
  }
}
