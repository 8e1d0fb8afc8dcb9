package io.parley.backends;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;

/// A main class in a JVM of its own, on the class path of this one.
final class ChildJvm implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private ChildJvm(Process process) {
    this.process = process;
    this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
  }

  static ChildJvm run(Class<?> main, Path argument) throws IOException {
    var command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dlogback.configurationFile=" + System.getProperty("logback.configurationFile"),
            "-cp",
            System.getProperty("java.class.path"),
            main.getName(),
            argument.toString());
    return new ChildJvm(command.redirectError(Redirect.INHERIT).start());
  }

  long pid() {
    return process.pid();
  }

  void awaitLine(String wanted) throws IOException {
    String line = output.readLine();
    while (!wanted.equals(line)) {
      if (line == null) {
        throw new IOException("The process ended without saying " + wanted);
      }
      line = output.readLine();
    }
  }

  /// As `kill -9` does: it can't do anything about it.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  @Override
  public void close() {
    kill();
  }
}
