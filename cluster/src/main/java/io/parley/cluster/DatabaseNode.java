package io.parley.cluster;

import io.parley.backends.DataDirectory;
import io.parley.backends.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// PostgreSQL, which stays on its port and its data.
final class DatabaseNode implements Node {
  private final RunDirectory run;
  private final DataDirectory directory;
  private final int port;
  private @Nullable EmbeddedDatabase database;

  DatabaseNode(RunDirectory run, int port) {
    this.run = run;
    this.directory = DataDirectory.open(run.path().resolve("database"));
    this.port = port;
  }

  @Override
  public String name() {
    return "postgres";
  }

  String url() {
    return "jdbc:postgresql://%s:%d/parley".formatted(FreePorts.HOST, port);
  }

  /// What Spring must know of it; the server tells its clients apart by this name.
  Map<String, String> springProperties(String client) {
    return Map.of(
        "spring.datasource.url", url() + "?ApplicationName=" + client,
        "spring.datasource.username", "postgres",
        "spring.datasource.password", "postgres");
  }

  /// Returns once it serves.
  @Override
  public void start() {
    if (database == null) {
      database = EmbeddedDatabase.start(directory, port);
      server().ifPresent(run::remember);
    }
  }

  @Override
  public boolean isReady() {
    try (var connection = DriverManager.getConnection(url(), "postgres", "postgres")) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public boolean isAlive() {
    return server().isPresent();
  }

  /// The server process that all others are children of.
  private Optional<ProcessHandle> server() {
    Path file = directory.path().resolve("postgres").resolve("postmaster.pid");
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .findFirst()
          .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())))
          .filter(ProcessHandle::isAlive);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public Duration cpuTime() {
    return server().map(Signals::cpuTime).orElse(Duration.ZERO);
  }

  @Override
  public void kill() {
    server()
        .ifPresent(
            process -> {
              var children = process.descendants().toList();
              process.destroyForcibly();
              process.onExit().join();
              children.forEach(ProcessHandle::destroyForcibly);
            });
    stop();
  }

  @Override
  public void pause() {
    signalAll("STOP");
  }

  @Override
  public void resume() {
    signalAll("CONT");
  }

  private void signalAll(String signal) {
    server()
        .ifPresent(
            process ->
                Stream.concat(Stream.of(process), process.descendants())
                    .filter(ProcessHandle::isAlive)
                    .forEach(one -> Signals.send(signal, one.pid())));
  }

  @Override
  public void stop() {
    if (database != null) {
      database.close();
      database = null;
    }
  }

  /// Gives the directory up.
  void end() {
    stop();
    directory.close();
  }
}
