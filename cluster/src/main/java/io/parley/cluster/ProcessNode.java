package io.parley.cluster;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A child process of this one; its output goes to a file.
final class ProcessNode implements Node {
  private static final int PATIENCE_SECONDS = 60;

  private final String name;
  private final List<String> command;
  private final RunDirectory directory;
  private final BooleanSupplier ready;
  private volatile @Nullable Process process;

  ProcessNode(String name, List<String> command, RunDirectory directory, BooleanSupplier ready) {
    this.name = name;
    this.command = List.copyOf(command);
    this.directory = directory;
    this.ready = ready;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start() {
    if (isAlive()) {
      return;
    }
    Path output = directory.log(name);
    try {
      var started =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(Redirect.appendTo(output.toFile()))
              .start();
      process = started;
      directory.remember(started.toHandle());
    } catch (IOException e) {
      throw new ClusterFailure(name + " can't be started: " + e.getMessage(), e);
    }
  }

  @Override
  public boolean isReady() {
    return isAlive() && ready.getAsBoolean();
  }

  @Override
  public boolean isAlive() {
    var running = process;
    return running != null && running.isAlive();
  }

  @Override
  public Duration cpuTime() {
    var running = process;
    return running == null ? Duration.ZERO : Signals.cpuTime(running.toHandle());
  }

  @Override
  public void kill() {
    var running = process;
    if (running != null) {
      // nginx has workers, which would go on without it.
      var children = running.descendants().toList();
      running.destroyForcibly().onExit().join();
      children.forEach(ProcessHandle::destroyForcibly);
      children.forEach(child -> child.onExit().join());
    }
  }

  @Override
  public void pause() {
    signal("STOP");
  }

  @Override
  public void resume() {
    signal("CONT");
  }

  private void signal(String signal) {
    var running = process;
    if (running != null && running.isAlive()) {
      Signals.send(signal, running.pid());
    }
  }

  @Override
  public void stop() {
    var running = process;
    if (running == null) {
      return;
    }
    running.destroy();
    try {
      if (!running.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
    }
  }
}
