package io.parley.cluster;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/// The signals that Java has no word for.
final class Signals {
  private Signals() {}

  static void send(String signal, long pid) {
    try {
      var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start();
      if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
        throw new ClusterFailure("Process " + pid + " can't be sent " + signal);
      }
    } catch (IOException e) {
      throw new ClusterFailure("There is no `kill` here: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
