package io.parley.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a server writes into `postmaster.pid` of the cluster it serves: line 1 its process, line 3
/// when it started.
///
/// @param process the living process that has this id now, whichever it is
/// @param started when the server that wrote the file started
record PostmasterPid(Optional<ProcessHandle> process, Instant started) {
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(10);

  enum Owner {
    /// The server is gone; its id may be another process's.
    NONE,
    /// The server is alive.
    POSTGRES,
    /// The system doesn't tell what that process is.
    UNKNOWN
  }

  static PostmasterPid read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return new PostmasterPid(
        number(lines, 0).flatMap(ProcessHandle::of),
        Instant.ofEpochSecond(number(lines, 2).orElse(0L)));
  }

  private static Optional<Long> number(List<String> lines, int index) {
    return lines.stream()
        .skip(index)
        .findFirst()
        .map(String::strip)
        .filter(text -> text.matches("\\d{1,10}"))
        .map(Long::valueOf);
  }

  Owner owner() {
    if (process.isEmpty()) {
      return Owner.NONE;
    }
    ProcessHandle.Info info = process.get().info();
    if (info.command().isPresent() && !info.command().get().endsWith("/postgres")) {
      return Owner.NONE;
    }
    return info.startInstant().filter(this::closeToStart).isPresent()
        ? Owner.POSTGRES
        : Owner.UNKNOWN;
  }

  private boolean closeToStart(Instant since) {
    return Duration.between(started, since).abs().compareTo(CLOCKS_DIFFER_BY) < 0;
  }
}
