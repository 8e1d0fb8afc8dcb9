package io.parley.cluster;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where one run of the cluster keeps its data, and which processes belong to it: whatever a
/// killed run leaves behind is found by this and cleaned up by the next one.
final class RunDirectory implements AutoCloseable {
  private static final String PREFIX = "parley-cluster-";
  private static final String PROCESSES = "processes";

  private final Path path;
  private final Path logs;

  private RunDirectory(Path path, Path logs) {
    this.path = path;
    this.logs = logs;
  }

  /// A new one, after the left-overs of dead runs were cleaned up. Its logs outlive it.
  static RunDirectory create(Path logs) {
    try {
      cleanUp(Path.of(System.getProperty("java.io.tmpdir")));
      var made = Files.createTempDirectory(PREFIX);
      Trees.empty(logs);
      var directory = new RunDirectory(made, Files.createDirectories(logs));
      directory.remember(ProcessHandle.current());
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path() {
    return path;
  }

  Path log(String name) {
    return logs.resolve(name + ".log");
  }

  /// The first one remembered is the one that all others belong to.
  synchronized void remember(ProcessHandle process) {
    try {
      var line = "%d %d%n".formatted(process.pid(), startOf(process));
      Files.writeString(path.resolve(PROCESSES), line, CREATE, APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long startOf(ProcessHandle process) {
    return process.info().startInstant().map(start -> start.toEpochMilli()).orElse(0L);
  }

  static void cleanUp(Path parent) throws IOException {
    try (Stream<Path> found = Files.list(parent)) {
      for (var one : found.filter(RunDirectory::isOne).toList()) {
        var processes = processes(one);
        if (processes.isEmpty() || living(processes.getFirst()).isEmpty()) {
          processes.stream()
              .flatMap(line -> living(line).stream())
              .forEach(RunDirectory::killWithChildren);
          Trees.delete(one);
        }
      }
    }
  }

  private static boolean isOne(Path path) {
    return path.getFileName().toString().startsWith(PREFIX) && Files.isDirectory(path);
  }

  private static List<String> processes(Path run) throws IOException {
    Path file = run.resolve(PROCESSES);
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  /// The very process that was remembered, not another one that got its number.
  private static Optional<ProcessHandle> living(String line) {
    int space = line.indexOf(' ');
    long started = Long.parseLong(line.substring(space + 1));
    return ProcessHandle.of(Long.parseLong(line.substring(0, space)))
        .filter(ProcessHandle::isAlive)
        .filter(process -> startOf(process) == started);
  }

  private static void killWithChildren(ProcessHandle process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    try {
      Trees.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
