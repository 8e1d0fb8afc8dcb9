package io.parley.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.parley.standalone.client.Parley;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The standalone start in a process of its own, as somebody starts it from a terminal.
final class ParleyProcess implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 120;

  private final Path directory;
  private final int port;
  private final Process process;
  private final Queue<String> output = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

  private ParleyProcess(Path directory, int port) throws IOException {
    this.directory = directory;
    this.port = port;
    this.process = new ProcessBuilder(command(directory, port)).redirectErrorStream(true).start();
    Thread.ofVirtual().start(this::listen);
  }

  /// Returns once it says that it is ready, on the terminal and to its health check.
  static ParleyProcess start(Path directory, int port) throws Exception {
    var started = new ParleyProcess(directory, port);
    if (!started.ready.get(PATIENCE_SECONDS, SECONDS)) {
      throw new IllegalStateException("Parley did not start:\n" + started.output());
    }
    var nobody = started.parley().nobody();
    await()
        .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
        .until(() -> nobody.get("/actuator/health/readiness").status() == 200);
    return started;
  }

  /// Waits until it gives up.
  static ParleyProcess startInVain(Path directory) throws Exception {
    var started = new ParleyProcess(directory, freePort());
    started.ready.get(PATIENCE_SECONDS, SECONDS);
    started.process.onExit().get(PATIENCE_SECONDS, SECONDS);
    return started;
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /// What it takes from the command line, so that tests disturb nobody.
  static String[] arguments(Path directory, int port) {
    return new String[] {
      "--server.port=" + port,
      "--parley.data-dir=" + directory,
      "--parley.standalone.kafka-port=0",
      "--parley.standalone.postgres-port=0"
    };
  }

  private static List<String> command(Path directory, int port) {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-cp",
                System.getProperty("java.class.path"),
                Standalone.class.getName()));
    command.addAll(List.of(arguments(directory, port)));
    return command;
  }

  private void listen() {
    var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).lines();
    try (lines) {
      lines.forEach(
          line -> {
            output.add(line);
            if (line.startsWith("Parley is ready")) {
              ready.complete(true);
            }
          });
    } finally {
      ready.complete(false);
    }
  }

  Parley parley() throws IOException {
    return new Parley(port, Files.readString(directory.resolve("jwt-secret")).strip());
  }

  String output() {
    return String.join("\n", output);
  }

  int exitCode() {
    return process.exitValue();
  }

  /// As `kill -9` does: it can't do anything about it.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// As `kill` or Ctrl-C does.
  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(PATIENCE_SECONDS, SECONDS).join();
  }
}
