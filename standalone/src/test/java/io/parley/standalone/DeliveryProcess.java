package io.parley.standalone;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.parley.backends.TestBackends;
import io.parley.delivery.WsDeliveryApplication;
import io.parley.schemas.Topics;
import io.parley.standalone.client.Parley;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;

/// One more ws-delivery node beside a running Parley, in a process of its own.
final class DeliveryProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Parley parley;
  private final Path output;
  private final Process process;

  private DeliveryProcess(Parley parley, Path output, List<String> command) throws IOException {
    this.parley = parley;
    this.output = output;
    this.process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
  }

  /// Returns once it is ready.
  static DeliveryProcess start(Parley beside, Topics topics) throws IOException {
    int port = ParleyProcess.freePort();
    var output = Files.createTempFile(Path.of("target"), "ws-delivery", ".log");
    var started =
        new DeliveryProcess(new Parley(port, beside.key()), output, command(beside, topics, port));
    await().atMost(PATIENCE).until(started::isReady);
    return started;
  }

  /// The test's class path holds more than this service needs: what that brings along is left out.
  private static List<String> command(Parley beside, Topics topics, int port) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx512m",
        "-cp",
        System.getProperty("java.class.path"),
        WsDeliveryApplication.class.getName(),
        "--spring.config.location=" + configuration(),
        "--spring.autoconfigure.exclude=" + DataSourceAutoConfiguration.class.getName(),
        "--server.port=" + port,
        "--management.server.port=" + port,
        "--spring.kafka.bootstrap-servers=" + TestBackends.kafka(),
        "--parley.topics.prefix=" + topics.events().replace(".events", ""),
        "--parley.edge.jwt.secret=" + beside.key(),
        "--parley.delivery.query-url=http://localhost:" + beside.port());
  }

  /// Its own one, not another service's that is on the same class path.
  private static String configuration() {
    var place = WsDeliveryApplication.class.getProtectionDomain().getCodeSource().getLocation();
    String file =
        new File(place.getPath()).isDirectory() ? place.toString() : "jar:" + place + "!/";
    return file + "application.yml";
  }

  private boolean isReady() throws IOException {
    if (!process.isAlive()) {
      throw new IllegalStateException("ws-delivery did not start:\n" + Files.readString(output));
    }
    try {
      return parley.nobody().get("/actuator/health/readiness").status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  int port() {
    return parley.port();
  }

  /// All that it has said.
  String output() throws IOException {
    return Files.readString(output);
  }

  /// As `kill -9` does.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// It stands still until [#goOn()].
  void pause() throws IOException, InterruptedException {
    signal("-STOP");
  }

  void goOn() throws IOException, InterruptedException {
    signal("-CONT");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, 10, SECONDS).join();
    kill();
  }
}
